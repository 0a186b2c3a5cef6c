using TypedExec.Generated;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>A command with something of it said anew: what <c>WithFileName</c>, <c>WithOptions</c> and <c>AppendArguments</c> give.</summary>
/// <param name="inner">The command as it was.</param>
/// <param name="fileName">Another program, or null.</param>
/// <param name="options">Options that travel, or null.</param>
/// <param name="appended">More arguments.</param>
internal sealed class ConfiguredCommand(ICommand inner, string? fileName, ProcessOptions? options, IReadOnlyList<string> appended) : ICommand
{
    /// <summary>The command as it was, which others may want to see through this.</summary>
    public ICommand Inner => inner;

    public string FileName => fileName ?? inner.FileName;

    public ProcessOptions? Defaults => options is null ? inner.Defaults : OptionLayers.Merge(options, inner.Defaults);

    public IReadOnlyList<string> ToArguments()
        => appended.Count == 0 ? inner.ToArguments() : CommandArguments.Concat(inner.ToArguments(), appended);

    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
