using TypedExec.Generated;
using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec;

/// <summary>A whole line for a shell as a command: the shell is the program, and the line its argument.</summary>
internal sealed class ShellLineCommand : ICommand
{
    private readonly IReadOnlyList<string> _arguments;

    /// <exception cref="ArgumentException">A hole is invalid.</exception>
    public ShellLineCommand(ShellCommand line, string shell)
    {
        var dialect = ShellDialect.Find(shell);
        FileName = shell;
        Defaults = dialect.IsVerbatim ? OptionLayers.Merge(new() { WindowsVerbatimArguments = true }, line.Defaults) : line.Defaults;
        var real = dialect.Arguments(line.Render(dialect, masked: false));
        var shown = dialect.Arguments(line.Render(dialect, masked: true));
        var arguments = new CommandArguments(real.Count);
        for (var i = 0; i < real.Count; i++)
        {
            if (real[i] == shown[i])
            {
                arguments.Add(real[i]);
            }
            else
            {
                arguments.AddSecret(real[i], shown[i]);
            }
        }

        _arguments = arguments;
    }

    public string FileName { get; }

    public ProcessOptions? Defaults { get; }

    public IReadOnlyList<string> ToArguments() => _arguments;

    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
