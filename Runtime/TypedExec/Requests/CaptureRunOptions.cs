using System.Text;

namespace TypedExec.Requests;

/// <summary>The same for a run whose output is captured.</summary>
internal sealed record CaptureRunOptions : RunOptions
{
    private const long DefaultMaxBuffer = 100_000_000;

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(CaptureOptions call, ProcessOptions? carried)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        ThrowOnFailure = call.ThrowOnFailure ?? true;
        OptionCheck.MaxBuffer(MaxBuffer);
    }

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(SpawnSyncOptions call, ProcessOptions? carried)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        OptionCheck.MaxBuffer(MaxBuffer);
    }

    /// <summary>The child's descriptors in the calls that capture.</summary>
    public ChildSetup Setup => new([Input.ToStdio(), Stdio.Pipe, Stdio.Pipe]);

    public long MaxBuffer { get; }

    public Encoding Encoding { get; }

    public ProcessInput Input { get; }

    public bool ThrowOnFailure { get; }
}
