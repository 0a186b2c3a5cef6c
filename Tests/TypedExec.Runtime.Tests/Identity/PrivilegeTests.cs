using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary>A child with other IDs keeps none of its parent's privileges.</summary>
public sealed class PrivilegeTests
{
    private const string None = "0000000000000000";

    [Fact]
    public async Task A_service_users_ambient_capabilities_are_not_inherited()
    {
        var status = await StatusAsync(
            "--reuid=65001 --regid=65001 --clear-groups --inh-caps=+setuid,+setgid --ambient-caps=+setuid,+setgid", "65534 65534");

        Assert.Equal(
            ["Uid: 65534 65534 65534 65534", "Gid: 65534 65534 65534 65534", "Groups:", $"CapInh: {None}", $"CapPrm: {None}", $"CapEff: {None}", $"CapAmb: {None}"],
            status);
    }

    [Fact]
    public async Task Inheritable_capabilities_of_root_are_not_inherited()
    {
        var status = await StatusAsync("--inh-caps=+net_raw,+chown", "65534 65534");

        Assert.Contains($"CapInh: {None}", status);
        Assert.Contains($"CapPrm: {None}", status);
    }

    [Fact]
    public async Task Capabilities_are_not_inherited_if_only_the_group_changes()
    {
        Assert.Contains($"CapInh: {None}", await StatusAsync("--inh-caps=+net_raw", "0 0"));
        Assert.Contains($"CapInh: {None}", await StatusAsync("--inh-caps=+net_raw", "- 65533"));
    }

    [Fact]
    public async Task A_service_whose_memory_is_unreadable_can_start_such_children()
    {
        var status = await StatusAsync(
            "--reuid=65001 --regid=65001 --clear-groups --inh-caps=+setuid,+setgid --ambient-caps=+setuid,+setgid",
            "65534 65534 undumpable");

        Assert.Contains("Uid: 65534 65534 65534 65534", status);
    }

    [Fact]
    public async Task Groups_that_cannot_be_dropped_are_EPERM()
    {
        var status = await StatusAsync("--groups=4,27 --bounding-set=-setgid --inh-caps=-setgid", "65534 0");

        Assert.Equal(
            ["spawn cat EPERM: the parent's supplementary groups couldn't be dropped (options Uid and Gid)"], status);
    }

    [Theory]
    [InlineData("--clear-groups")]
    [InlineData("--groups=0")]
    public async Task Groups_that_make_no_difference_need_not_be_dropped(string groups)
    {
        var status = await StatusAsync($"{groups} --bounding-set=-setgid --inh-caps=-setgid", "65534 0");

        Assert.Contains("Uid: 65534 65534 65534 65534", status);
    }

    [Fact]
    public async Task Keeping_the_parents_ids_needs_no_privilege()
    {
        var status = await StatusAsync("--reuid=65001 --regid=65001 --groups=4,27", "65001 65001");

        Assert.Equal("Uid: 65001 65001 65001 65001", status[0]);
    }

    [Fact]
    public async Task An_application_that_the_user_cannot_read_starts_children_of_that_user()
    {
        SkipWithoutIds();
        using var directory = new TempDirectory();
        var program = OwnProcess.CopyTo(directory);
        File.SetUnixFileMode(directory.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var output = (await new Executable(program).ExecFile(["spawn-as", "uid", "65534"]).Soon()).Stdout;

        Assert.Equal("spawn\nexit 0\nclose 0\n", output.Replace("exit 0\nspawn\n", "spawn\nexit 0\n", StringComparison.Ordinal));
    }

    /// <summary>Returns the IDs of a child whose parent was started by setpriv with these options.</summary>
    private static async Task<string[]> StatusAsync(string privileges, string ids)
    {
        SkipWithoutIds();
        SkipWithout("setpriv");
        using var directory = new TempDirectory();
        var program = OwnProcess.CopyTo(directory);
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["HOME"] = "/tmp" } };
        var result = await new Executable("setpriv")
            .ExecFile([.. privileges.Split(' '), program, "status-as", .. ids.Split(' ')], options).Soon();
        return result.Stdout.Trim().Split('\n');
    }
}
