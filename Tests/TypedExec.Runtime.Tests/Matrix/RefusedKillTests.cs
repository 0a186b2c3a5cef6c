using System.Globalization;
using TypedExec.TestProgram.Ways;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Matrix;

/// <summary>
/// A child that has become another user's, as with sudo, can't be signaled: the run ends with that error immediately, and the
/// child is no longer waited for.
/// </summary>
public sealed class RefusedKillTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Ways =>
        from way in Way.All
        where way.Captures
        from signalled in new[] { "child", "group", "watched-group" }
        select new TheoryDataRow<string, string>(way.Name, signalled);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refused_kill_ends_the_run_with_its_error_and_releases_the_child(string way, string signalled)
    {
        Assert.SkipWhen(PortableBackendAttribute.IsUsed && signalled != "child", "not on the portable backend: it has no groups");
        SkipUnlessRoot();
        SkipWithout("setpriv");
        using var directory = new TempDirectory();
        var program = OwnProcess.CopyTo(directory);
        var setpriv = directory["setpriv"];
        File.Copy(Find("setpriv")!, setpriv);
        File.SetUnixFileMode(setpriv, UnixFileMode.SetUser | (UnixFileMode)0b101_101_101);
        var pidFile = directory.Add("child", "", UnixFileMode.OtherWrite | UnixFileMode.GroupWrite);

        // Run as an ordinary user. The program that it runs becomes root, so it can't signal it any more.
        string[] child = [setpriv, "--reuid", "0", "sh", "-c", $"echo $$ > {pidFile}; exec sleep 300"];
        // One member of the group can be signaled, and is.
        string[] line = signalled == "child" ? child : ["sh", "-c", "sleep 300 & exec \"$@\"", "sh", .. child];
        var ran = new Executable("setpriv").ExecFile(["--reuid", "65534", "--regid", "65534", "--clear-groups", program, "run-way", way, signalled, "1500", .. line]);
        try
        {
            Assert.Equal("kill refused, EPERM\n", (await ran.Soon()).Stdout);
            Assert.False(Processes.HasEnded(Pid()));
        }
        finally
        {
            _ = new Executable("kill").SpawnSync(["-KILL", Pid().ToString(CultureInfo.InvariantCulture)]);
        }

        int Pid() => int.Parse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture);
    }
}
