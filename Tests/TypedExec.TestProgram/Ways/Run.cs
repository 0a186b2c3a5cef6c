namespace TypedExec.TestProgram.Ways;

/// <summary>What is run in one of the ways.</summary>
/// <param name="Command">The command for the ways that run a single command.</param>
/// <param name="Pipeline">The pipeline for the others, whose last stage is examined.</param>
/// <param name="Options">The options of either.</param>
/// <param name="CancellationToken">For the ways that take one.</param>
internal sealed record Run(ICommand Command, Pipeline Pipeline, ExecFileOptions Options, CancellationToken CancellationToken = default);
