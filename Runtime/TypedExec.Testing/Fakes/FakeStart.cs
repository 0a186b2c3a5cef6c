using TypedExec.Testing.Streams;

namespace TypedExec.Testing.Fakes;

/// <summary>Starts a fake child.</summary>
internal static class FakeStart
{
    /// <param name="call">The call that starts it.</param>
    /// <param name="behavior">What it does, on the thread pool and in this call flow.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="ended">Called when it has finished.</param>
    /// <exception cref="Platform.SpawnFailureException">A file in its stdio can't be opened.</exception>
    public static FakeProcess Begin(FakeCall call, Behavior behavior, TimeProvider time, Action<FakeProcess> ended)
    {
        var fake = new FakeProcess(call, FakeDescriptors.Open(call.Request, call.AddInput));
        _ = Task.Run(async () =>
        {
            await behavior.RunAsync(fake, time).ConfigureAwait(false);
            ended(fake);
        });
        return fake;
    }
}
