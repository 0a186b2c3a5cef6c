namespace TypedExec.Tests.Support;

/// <summary>Time limits for expected events, so that a hang is a failure with a name.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Bound);

    public static Task Soon(this Task task) => task.WaitAsync(Bound);

    public static Task<ExecResult> Soon(this Execution execution) => execution.AsTask().Soon();

    /// <summary>Returns the exception of an expected failure.</summary>
    public static Task<ExecException> FailureAsync(this Execution execution)
        => Assert.ThrowsAsync<ExecException>(() => execution.Soon());

    /// <summary>Polls for what no event reports, such as the exit of a process that isn't a child.</summary>
    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var end = DateTime.UtcNow + Bound;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Never came: {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
