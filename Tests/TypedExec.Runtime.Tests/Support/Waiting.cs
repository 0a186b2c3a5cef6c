namespace TypedExec.Tests.Support;

/// <summary>Bounds for what has to happen, so that a hang is a failure with a name.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Bound);

    public static Task Soon(this Task task) => task.WaitAsync(Bound);

    public static Task<ExecResult> Soon(this Execution execution) => execution.AsTask().Soon();

    /// <summary>The exception of a failure that has to come.</summary>
    public static Task<ExecException> FailureAsync(this Execution execution)
        => Assert.ThrowsAsync<ExecException>(() => execution.Soon());

    /// <summary>Waits for what no event tells, such as the end of a process that is not a child.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var end = DateTime.UtcNow + Bound;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Never came: {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
