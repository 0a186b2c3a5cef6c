using TypedExec.Generated;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A command with changes applied: the result of <c>WithFileName</c>, <c>WithOptions</c> and <c>AppendArguments</c>.
/// </summary>
/// <param name="inner">The original command.</param>
/// <param name="fileName">Another program, or null.</param>
/// <param name="options">Default options, or null.</param>
/// <param name="appended">More arguments.</param>
internal sealed class ConfiguredCommand(ICommand inner, string? fileName, ProcessOptions? options, IReadOnlyList<string> appended) : ILayeredCommand
{
    /// <summary>Gets the original command, for callers that need to see through this one.</summary>
    public ICommand Inner => inner;

    public string FileName => fileName ?? inner.FileName;

    public ProcessOptions? Defaults => options is null ? inner.Defaults : OptionLayers.Merge(options, inner.Defaults);

    public IReadOnlyList<string> ToArguments()
        => appended.Count == 0 ? inner.ToArguments() : CommandArguments.Concat(inner.ToArguments(), appended);

    /// <summary>The same with more arguments at its end. Those of a command that is carried elsewhere go to that command, not to its carrier.</summary>
    public static ICommand Append(ICommand command, IReadOnlyList<string> args) => command switch
    {
        ICarriedCommand carried => carried.Append(args),
        ConfiguredCommand layer when ICarriedCommand.Find(layer) is not null => layer.WithInner(Append(layer.Inner, args)),
        _ => new ConfiguredCommand(command, null, null, args),
    };

    private ConfiguredCommand WithInner(ICommand other) => new(other, fileName, options, appended);

    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
