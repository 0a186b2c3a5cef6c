using System.Text;
using TypedExec.Services;

namespace TypedExec.Requests;

/// <summary>The options of a run whose output is captured, shown or passed to targets.</summary>
internal sealed record CaptureRunOptions : RunOptions
{
    private const long DefaultMaxBuffer = 100_000_000;

    private static readonly Stdio[] CapturedStdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Pipe];

    /// <param name="call">The options of the call.</param>
    /// <param name="carried">The default options of the command, or null.</param>
    /// <param name="isInherited">True if the child's streams are by default those of this process and are not captured.</param>
    /// <param name="isShared">True if several children write to stderr.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(CaptureOptions call, ProcessOptions? carried, bool isInherited = false, bool isShared = false)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? RunService.Current?.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        Terminal = call.Terminal;
        ThrowOnFailure = call.ThrowOnFailure ?? true;
        OptionCheck.MaxBuffer(MaxBuffer);
        var output = isInherited ? Output.Inherit : Output.Capture;
        Stdin = Input.ToStdio(isInherited ? Stdio.Inherit : Stdio.Ignore);
        if (Terminal is not null)
        {
            OptionCheck.AtTerminal(call.Stderr, Input);
            Stdin = Stdio.Pipe;
            Stdout = OutputPlan.From(call.Stdout, output, nameof(CaptureOptions.Stdout), isRead: true);
            Stderr = OutputPlan.From([Output.Capture], output, nameof(CaptureOptions.Stderr));
            return;
        }

        var isOneFile = call is { Stdout: [{ Kind: OutputKind.File } first], Stderr: [{ Kind: OutputKind.File } second] } && first == second;
        Stdout = OutputPlan.From(call.Stdout, output, nameof(CaptureOptions.Stdout));
        Stderr = OutputPlan.From(isOneFile && !isShared ? [Output.Stdout] : call.Stderr, output, nameof(CaptureOptions.Stderr), isShared);
    }

    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public CaptureRunOptions(SpawnSyncOptions call, ProcessOptions? carried)
        : base(OptionLayers.Merge(call, carried))
    {
        MaxBuffer = call.MaxBuffer ?? RunService.Current?.MaxBuffer ?? DefaultMaxBuffer;
        Encoding = call.Encoding ?? CaptureOptions.DefaultEncoding;
        Input = call.Input ?? default;
        Terminal = call.Terminal;
        OptionCheck.MaxBuffer(MaxBuffer);
        if (Terminal is not null)
        {
            OptionCheck.AtTerminal(null, Input);
            OptionCheck.AtTerminal(call.Stdio);
        }

        Stdin = Stdio.Pipe;
        Stdout = Stderr = OutputPlan.From(null, Output.Capture, "");
    }

    public long MaxBuffer { get; }

    public Encoding Encoding { get; }

    public ProcessInput Input { get; }

    /// <summary>Gets the size of the child's pseudo-terminal, or null.</summary>
    public TerminalSize? Terminal { get; }

    public bool ThrowOnFailure { get; }

    public Stdio Stdin { get; }

    public OutputPlan Stdout { get; }

    public OutputPlan Stderr { get; }

    /// <summary>Gets whether some code has to run in this process alongside the child, which the sync loops can't do.</summary>
    public bool NeedsCopies => HasTargets || Stdin.Kind == StdioKind.Stream || Terminal is not null;

    public bool HasTargets => Stdout.Targets.Count > 0 || Stderr.Targets.Count > 0;

    /// <summary>Gets what is written to the child's stdin; nothing if it is typed into a terminal.</summary>
    /// <exception cref="EncoderFallbackException">The input can't be encoded.</exception>
    public ReadOnlyMemory<byte> InputBytes => Terminal is null ? Input.ToBytes(Encoding) : default;

    /// <summary>Gets what is typed into the child's terminal.</summary>
    /// <exception cref="EncoderFallbackException">The input can't be encoded.</exception>
    public TerminalInput? TerminalInput
        => Terminal is null || Input.IsOpen ? null : new TerminalInput(Input.Stream is null ? Input.ToBytes(Encoding) : default, Input.Stream);

    public SpawnOnlyOptions ToSetup() => new(
        Stdin == Stdio.Ignore && Stdout.Stdio == Stdio.Pipe && Stderr.Stdio == Stdio.Pipe ? CapturedStdio : [Stdin, Stdout.Stdio, Stderr.Stdio], IsComplete: Stdin.Kind != StdioKind.Stream, Terminal: Terminal, TerminalInput: TerminalInput,
        IsFed: Input.IsData && Terminal is null);
}
