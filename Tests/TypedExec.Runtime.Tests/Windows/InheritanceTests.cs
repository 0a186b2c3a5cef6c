using System.Diagnostics;
using TypedExec.Platform.Windows;
using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>Nobody but the child itself gets its ends of the pipes.</summary>
[NeedsWindows]
public sealed class InheritanceTests
{
    [Fact]
    public void Process_waits_while_a_child_is_started()
    {
        Assert.NotNull(ProcessStartLock.Gate);
        Assert.True(ProcessStartLock.IsShared);
    }

    [Fact]
    public async Task A_program_started_by_Process_at_the_same_time_inherits_no_pipe_of_ours()
    {
        using var enough = new CancellationTokenSource();
        var strangers = new List<Process>();
        // Each of them lives longer than the test: a pipe that one has inherited would never end.
        var starting = Task.Run(() =>
        {
            while (!enough.IsCancellationRequested && strangers.Count < 30)
            {
                strangers.Add(Process.Start(new ProcessStartInfo(Cmd.FileName, "/c pause") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!);
            }
        });
        try
        {
            for (var i = 0; i < 8; i++)
            {
                var child = Cmd.Spawn(["/c", "echo text"]);
                Assert.Equal("text\r\n", await child.Stdout!.ReadToEndAsync().Soon());
                Assert.Equal(0, (await child.WaitForCloseAsync().Soon()).ExitCode);
            }
        }
        finally
        {
            await enough.CancelAsync();
            await starting;
            foreach (var stranger in strangers)
            {
                stranger.Kill();
                stranger.Dispose();
            }
        }
    }
}
