using System.Runtime.CompilerServices;
using TypedExec.Requests;

namespace TypedExec.Pipelines;

/// <summary>Runs a pipeline for the lines of its last stage.</summary>
internal static class PipelineLines
{
    public static async IAsyncEnumerable<string> ReadAsync(
        PipelinePlan plan, CaptureRunOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = PipelineRun.Start(plan, options, cancellationToken, isStreamed: true);
        try
        {
            var stdout = run.Children[^1].Stdout!;
            stdout.Encoding = options.Encoding;
            await foreach (var line in stdout.ReadLinesAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return line;
            }

            await run.Result.ConfigureAwait(false);
        }
        finally
        {
            await run.EndAsync().ConfigureAwait(false);
        }
    }
}
