using System.Runtime.CompilerServices;
using TypedExec.Requests;

namespace TypedExec.Running;

/// <summary>Runs a pipeline for the lines of its last stage.</summary>
internal static class PipelineLines
{
    public static async IAsyncEnumerable<string> ReadAsync(
        RunPlan plan, CaptureRunOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = CaptureRun.Start(plan, options, cancellationToken, isStreamed: true);
        try
        {
            var stdout = run.Stages[^1].Stdout!;
            stdout.Encoding = options.Encoding;
            await foreach (var line in stdout.ReadLinesAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return line;
            }

            await run.PipelineResultAsync().ConfigureAwait(false);
        }
        finally
        {
            await run.StopAsync().ConfigureAwait(false);
        }
    }
}
