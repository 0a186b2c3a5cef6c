using System.Globalization;

namespace TypedExec.Tests.Costs;

/// <summary>
/// What each verb costs, counted and not timed: managed bytes and system calls. The numbers are those that stand here, give or take
/// little; whoever makes a verb cheaper writes the new one down.
/// </summary>
public sealed class CostTests
{
    private const int Runs = 60;
    private const int CountedRuns = 20;

    /// <summary>Other state machines are made by a build without optimization, and the runtime's own versions differ a little.</summary>
    private const double Tolerance = 1.1;

    /// <summary>A thread more or less, and a close that a finalizer does later.</summary>
    private const double CallsMoreOrLess = 0.5;

    /// <summary>What is always the same for one run. How often poll and epoll_wait return is a matter of timing.</summary>
    private const string Calls = "chdir,pipe2,socketpair,fcntl,epoll_ctl,pidfd_open,clone,clone3,vfork,dup2,dup3,faccessat2,close";

    /// <summary>Managed bytes for each run, without the strings of the environment.</summary>
    private static readonly Dictionary<string, long> Bytes = new()
    {
        ["Spawn"] = 4064,
        ["SpawnSync"] = 1856,
        ["ExecFile"] = 4008,
        ["ExecFileSync"] = 1632,
        ["Exec"] = 6824,
        ["RunAsync"] = 3328,
        ["pipeline"] = 9848,
        ["pipeline, sync"] = 6064,
        ["ReadLinesAsync"] = 23219,
    };

    /// <summary>System calls for each run, the child's own up to its exec among them.</summary>
    private static readonly Dictionary<string, string> SystemCalls = new()
    {
        ["Spawn"] = "clone 1, close 9, dup2 3, epoll_ctl 6, fcntl 3, pidfd_open 1, pipe2 3",
        ["SpawnSync"] = "clone 1, close 9, dup2 3, fcntl 3, pidfd_open 1, pipe2 3",
        ["ExecFile"] = "clone 1, close 8, dup2 2, epoll_ctl 6, fcntl 2, pidfd_open 1, pipe2 2",
        ["ExecFileSync"] = "clone 1, close 8, dup2 2, fcntl 2, pidfd_open 1, pipe2 2",
        ["Exec"] = "clone 1, close 8, dup2 2, epoll_ctl 6, fcntl 2, pidfd_open 1, pipe2 2",
        ["RunAsync"] = "clone 1, close 6, dup2 3, epoll_ctl 2, fcntl 6, pidfd_open 1",
        ["pipeline"] = "clone 2, close 15, dup2 5, epoll_ctl 10, fcntl 3, pidfd_open 2, pipe2 4",
        ["pipeline, sync"] = "clone 2, close 15, dup2 5, fcntl 3, pidfd_open 2, pipe2 4",
        ["ReadLinesAsync"] = "clone 1, close 8, dup2 2, epoll_ctl 6, fcntl 2, pidfd_open 1, pipe2 2",
    };

    [Fact]
    public async Task No_verb_allocates_more_than_recorded()
    {
        SkipElsewhere();
        var printed = await OwnProcess.RunAsync("cost-in-bytes", Runs.ToString(CultureInfo.InvariantCulture));
        var measured = printed.Split('\n').Select(static line => line.Split(": ")).ToDictionary(
            static line => line[0], static line => long.Parse(line[1], CultureInfo.InvariantCulture));
        Assert.Equal(Bytes.Keys.Order(), measured.Keys.Order());
        Assert.Empty(measured
            .Where(static verb => verb.Value > Bytes[verb.Key] * Tolerance)
            .Select(static verb => $"{verb.Key} allocates {verb.Value} bytes, and it was {Bytes[verb.Key]}"));
    }

    [Fact]
    public async Task No_verb_makes_more_system_calls_than_recorded()
    {
        SkipElsewhere();
        Programs.SkipWithout("strace");
        var strace = new Executable("strace");
        var trial = await strace.ExecFile(["-f", "-qq", "-o", "/dev/null", "true"], new() { ThrowOnFailure = false });
        Assert.SkipUnless(trial.Success, "strace may not trace here");

        using var directory = new TempDirectory();
        var log = directory["calls"];
        await strace.ExecFile(
            ["-f", "-qq", "-e", "signal=none", "-e", $"trace={Calls}", "-o", log, OwnProcess.File, "cost-in-calls", CountedRuns.ToString(CultureInfo.InvariantCulture)]).Soon();
        var counted = Count(await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken));

        Assert.Equal(SystemCalls.Keys.Order(), counted.Keys.Order());
        Assert.Empty(counted.SelectMany(static verb => Excesses(verb.Key, verb.Value)));
    }

    private static IEnumerable<string> Excesses(string verb, Dictionary<string, double> counted)
    {
        var stored = SystemCalls[verb].Split(", ").Select(static call => call.Split(' ')).ToDictionary(
            static call => call[0], static call => double.Parse(call[1], CultureInfo.InvariantCulture));
        return counted
            .Where(call => call.Value > stored.GetValueOrDefault(call.Key) + CallsMoreOrLess)
            .Select(call => $"{verb} calls {call.Key} {call.Value} times, and it was {stored.GetValueOrDefault(call.Key)}");
    }

    /// <summary>The calls for each run, by verb and name: between the marks, which are failed calls of chdir.</summary>
    private static Dictionary<string, Dictionary<string, double>> Count(string[] lines)
    {
        const string Mark = "chdir(\"/no/such/";
        var counts = new Dictionary<string, Dictionary<string, double>>();
        Dictionary<string, double>? current = null;
        foreach (var line in lines)
        {
            var call = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart();
            if (call.StartsWith(Mark, StringComparison.Ordinal))
            {
                var name = call[Mark.Length..call.IndexOf('"', Mark.Length)];
                current = name == "end" ? null : counts[name] = [];
            }
            else if (current is not null && call.IndexOf('(', StringComparison.Ordinal) is > 0 and var end)
            {
                // By whichever call glibc starts a child.
                var name = call[..end] is "clone3" or "vfork" ? "clone" : call[..end];
                current[name] = current.GetValueOrDefault(name) + (1.0 / CountedRuns);
            }
        }

        return counts;
    }

    private static void SkipElsewhere()
        => Assert.SkipUnless(OperatingSystem.IsLinux() && !PortableBackendAttribute.IsUsed, "counted for the Linux backend");
}
