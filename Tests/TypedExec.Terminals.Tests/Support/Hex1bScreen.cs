using Hex1b;

namespace TypedExec.Terminals.Tests.Support;

/// <summary>The screen that the emulator of Hex1b displays.</summary>
internal static class Hex1bScreen
{
    /// <summary>
    /// Waits until it displays what is expected, because it doesn't report when it has drawn everything. Returns what it
    /// displayed last.
    /// </summary>
    public static async Task<string> ShowAsync(int columns, int rows, byte[] output, string expected)
    {
        using var stream = new MemoryStream(output);
        using var input = new MemoryStream();
        await using var terminal = Hex1bTerminal.CreateBuilder()
            .WithWorkload(new StreamWorkloadAdapter(stream, input))
            .WithHeadless()
            .WithDimensions(columns, rows)
            .Build();
        using var limit = new CancellationTokenSource(Sessions.Soon);
        var running = terminal.RunAsync(limit.Token);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        string shown;
        do
        {
            await timer.WaitForNextTickAsync();
            var lines = terminal.CreateSnapshot().GetScreenText().Split('\n').Select(static line => line.TrimEnd());
            shown = string.Join('\n', lines).TrimEnd('\n');
        }
        while (shown != expected && !limit.IsCancellationRequested);

        await limit.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return shown;
    }
}
