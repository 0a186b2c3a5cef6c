using System.Text;

namespace TypedExec.Requests;

/// <summary>The same for a run whose output is captured, shown or given elsewhere.</summary>
internal sealed record CaptureRunOptions : RunOptions
{
    private const long DefaultMaxBuffer = 100_000_000;

    /// <param name="call">What the call says.</param>
    /// <param name="carried">What travels with the command, or null.</param>
    /// <param name="isShown">Whether the child has by default what this process has, and is not captured.</param>
    /// <param name="isShared">Whether several children write to stderr.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(CaptureOptions call, ProcessOptions? carried, bool isShown = false, bool isShared = false)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        ThrowOnFailure = call.ThrowOnFailure ?? true;
        OptionCheck.MaxBuffer(MaxBuffer);
        var output = isShown ? Output.Inherit : Output.Capture;
        Stdin = Input.ToStdio(isShown ? Stdio.Inherit : Stdio.Ignore);
        var isOneFile = call is { Stdout: [{ Kind: OutputKind.File } first], Stderr: [{ Kind: OutputKind.File } second] } && first == second;
        Stdout = OutputPlan.From(call.Stdout, output, nameof(CaptureOptions.Stdout));
        Stderr = OutputPlan.From(isOneFile && !isShared ? [Output.Stdout] : call.Stderr, output, nameof(CaptureOptions.Stderr), isShared);
    }

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(SpawnSyncOptions call, ProcessOptions? carried)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        OptionCheck.MaxBuffer(MaxBuffer);
        Stdin = Stdio.Pipe;
        Stdout = Stderr = OutputPlan.From(null, Output.Capture, "");
    }

    public long MaxBuffer { get; }

    public Encoding Encoding { get; }

    public ProcessInput Input { get; }

    public bool ThrowOnFailure { get; }

    public Stdio Stdin { get; }

    public OutputPlan Stdout { get; }

    public OutputPlan Stderr { get; }

    /// <summary>Whether a part of this process has to run beside the child, which the sync loops cannot.</summary>
    public bool NeedsCopies => HasTargets || Stdin.Kind == StdioKind.Stream;

    public bool HasTargets => Stdout.Targets.Count > 0 || Stderr.Targets.Count > 0;

    public ChildSetup ToSetup() => new([Stdin, Stdout.Stdio, Stderr.Stdio], IsComplete: Stdin.Kind != StdioKind.Stream);
}
