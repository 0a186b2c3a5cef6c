using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Running.Outputs;

/// <summary>The targets of one run, created from its options. Those that share a file share its stream.</summary>
/// <param name="options">The options.</param>
/// <param name="failed">Called when a target throws.</param>
internal sealed class OutputTargets(CaptureRunOptions options, Action<Exception> failed)
{
    private Dictionary<Output, FileTarget>? _files;

    /// <summary>Connects an output to its targets. Must be called before anything is read from it.</summary>
    /// <param name="output">The output.</param>
    /// <param name="plan">Where it goes.</param>
    /// <param name="buffer">Keeps what is captured.</param>
    /// <param name="isError">True if it is stderr.</param>
    /// <returns>The end of an output that isn't captured, for the exception of a failure; otherwise null.</returns>
    public OutputTail? Attach(ChildOutput output, OutputPlan plan, OutputBuffer buffer, bool isError)
    {
        var targets = new List<OutputTarget>(plan.Targets.Count);
        foreach (var target in plan.Targets)
        {
            if (target != Output.Nowhere)
            {
                targets.Add(Create(target, isError));
            }
        }

        if (plan.IsCaptured)
        {
            output.CaptureTo(buffer, targets, failed);
            return null;
        }

        var tail = new OutputTail();
        output.CaptureTo(null, [tail, .. targets], failed);
        return tail;
    }

    private OutputTarget Create(Output output, bool isError)
    {
        switch (output.Kind)
        {
            case OutputKind.Inherit:
                return new StreamTarget(output, isError ? Console.OpenStandardError() : Console.OpenStandardOutput());
            case OutputKind.Stream:
                return new StreamTarget(output, output.Stream!);
            case OutputKind.Lines:
                return new LinesTarget(output, options.Encoding);
            case OutputKind.Bytes:
                return new BytesTarget(output);
            default:
                _files ??= [];
                if (!_files.TryGetValue(output, out var file))
                {
                    _files.Add(output, file = new FileTarget(output));
                }

                return file.Share();
        }
    }
}
