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
internal sealed class ConfiguredCommand(ICommand inner, string? fileName, ProcessOptions? options, IReadOnlyList<string> appended) : ICommand
{
    /// <summary>Gets the original command, for callers that need to see through this one.</summary>
    public ICommand Inner => inner;

    public string FileName => fileName ?? inner.FileName;

    public ProcessOptions? Defaults => options is null ? inner.Defaults : OptionLayers.Merge(options, inner.Defaults);

    public IReadOnlyList<string> ToArguments()
        => appended.Count == 0 ? inner.ToArguments() : CommandArguments.Concat(inner.ToArguments(), appended);

    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
