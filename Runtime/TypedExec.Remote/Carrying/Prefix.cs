using TypedExec.Generated;

namespace TypedExec.Remote.Carrying;

/// <summary>A carrier that is only prepended to a command, such as <c>nice</c>.</summary>
internal static class Prefix
{
    public static IReadOnlyList<string> Arguments(ICarrier carrier, ICommand command)
    {
        var arguments = (CommandArguments)CommandArguments.Concat(carrier.ToArguments(), []);
        arguments.AddCommand("The command", command, quoting: carrier.Quoting);
        return arguments;
    }

    /// <summary>The process is the carrier's or, if the carrier has replaced itself, the command's.</summary>
    public static Supervised Supervise(string program, ICarrier carrier, Supervised inner) => inner with
    {
        FileName = program,
        Arguments = Arguments(carrier, new Executable(inner.FileName)[inner.Arguments]),
    };
}
