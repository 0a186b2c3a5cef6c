namespace TypedExec.TestProgram.Ways;

/// <summary>What is run in one of the ways.</summary>
/// <param name="Command">What the ways of a single command run.</param>
/// <param name="Pipeline">What those of a pipeline run; its last stage is what is looked at.</param>
/// <param name="Options">The options of either.</param>
/// <param name="CancellationToken">For the ways that take one.</param>
internal sealed record Run(ICommand Command, Pipeline Pipeline, ExecFileOptions Options, CancellationToken CancellationToken = default);
