using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Running.Outputs;

/// <summary>The targets of one run, made from its options; those that share a file share its stream.</summary>
/// <param name="options">The options.</param>
/// <param name="failed">Called when a target throws.</param>
internal sealed class OutputTargets(CaptureRunOptions options, Action<Exception> failed)
{
    private Dictionary<Output, FileTarget>? _files;

    /// <summary>Lets an output flow to where it belongs. To be called before anything of it is read.</summary>
    /// <param name="output">The output.</param>
    /// <param name="plan">Where it goes.</param>
    /// <param name="buffer">Keeps what is captured.</param>
    /// <param name="isError">Whether it is stderr.</param>
    /// <returns>The end of an output that is not captured, for the exception of a failure; else null.</returns>
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
