namespace TypedExec.Extensions;

/// <summary>Provides the options for all commands that a service runs.</summary>
public sealed class TypedExecOptions
{
    /// <summary>Gets or sets the default options for every run, such as timeouts, kill options and environment.</summary>
    /// <remarks>Options of a call, a command or a command class override them. By default, there are none.</remarks>
    public ProcessOptions Defaults { get; set; } = new();

    /// <summary>
    /// Gets or sets the default number of bytes that a captured run may write. The default is 100 MB, as in a program without
    /// this service.
    /// </summary>
    public long? MaxBuffer { get; set; }

    /// <summary>Gets or sets the maximum number of children that run at the same time.</summary>
    /// <remarks>
    /// Further runs wait in a queue. The default is null: no limit. Waiting counts toward a run's timeout, and canceling its
    /// token removes it from the queue. <c>Spawn</c> and <c>Fork</c>, which return a child immediately, don't wait; their child
    /// fails with <c>EAGAIN</c>.
    /// </remarks>
    public int? MaxConcurrent { get; set; }

    /// <summary>Gets or sets the maximum number of runs that wait.</summary>
    /// <remarks>
    /// Further runs fail with an <see cref="ExecException"/> with the code <c>EAGAIN</c>. The default is 1,000.
    /// </remarks>
    public int QueueLimit { get; set; } = 1_000;

    /// <summary>
    /// Gets or sets the maximum number of captured bytes that all runs together hold until their results are created.
    /// </summary>
    /// <remarks>
    /// A run that exceeds it fails with an <see cref="ExecException"/> with the code <c>ENOMEM</c>, and the others continue.
    /// The default is no limit.
    /// </remarks>
    public long? MaxCapturedBytes { get; set; }
}
