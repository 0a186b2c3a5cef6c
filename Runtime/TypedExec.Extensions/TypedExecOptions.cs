namespace TypedExec.Extensions;

/// <summary>What a service says about all commands that it runs.</summary>
public sealed class TypedExecOptions
{
    /// <summary>
    /// Options for every run that does not say otherwise, at the call, with the command or on its class: timeouts, kills, the environment.
    /// Default: none.
    /// </summary>
    public ProcessOptions Defaults { get; set; } = new();

    /// <summary>How many bytes a captured run may write that does not say otherwise. Default: 100 MB, as without this.</summary>
    public long? MaxBuffer { get; set; }

    /// <summary>
    /// How many children may run at once. A run beyond them waits; its timeout goes on meanwhile, and its token takes it out of the queue.
    /// <c>Spawn</c> and <c>Fork</c>, which return a child at once, do not wait: theirs fails with <c>EAGAIN</c>. Default: any number.
    /// </summary>
    public int? MaxConcurrent { get; set; }

    /// <summary>
    /// How many children may wait; a run beyond them fails with an <see cref="ExecException"/> of the code <c>EAGAIN</c>. Default: 1,000.
    /// </summary>
    public int QueueLimit { get; set; } = 1_000;

    /// <summary>
    /// How many bytes all runs together may hold captured at once, until their results are made. A run that finds no room ends with an
    /// <see cref="ExecException"/> of the code <c>ENOMEM</c>, and the others go on. Default: no limit.
    /// </summary>
    public long? MaxCapturedBytes { get; set; }
}
