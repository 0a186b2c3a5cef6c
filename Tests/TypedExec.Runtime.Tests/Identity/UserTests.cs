using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary>Users by name, and the group of a user.</summary>
public sealed class UserTests
{
    private static readonly Executable Id = new("id");

    [Fact]
    public async Task Uid_without_Gid_takes_the_users_own_group()
    {
        SkipWithoutIds();
        var user = AnyUser();

        var result = await ExecScript("id -u; id -g; id -G", new ExecFileOptions { Uid = user.Uid }).Soon();

        Assert.Equal($"{user.Uid}\n{user.Gid}\n{user.Gid}\n", result.Stdout);
    }

    [Fact]
    public async Task An_unknown_user_is_rejected_without_a_group_and_accepted_with_one()
    {
        SkipWithoutIds();

        var error = Assert.Throws<ArgumentException>(() => Id.Spawn([], new SpawnOptions { Uid = 4_000_000 }));
        Assert.Equal("Uid", error.ParamName);
        Assert.Throws<ArgumentException>(() => Id.SpawnSync([], new SpawnSyncOptions { Uid = 4_000_000 }));
        Assert.Equal("4000000\n", (await Id.ExecFile(["-u"], new ExecFileOptions { Uid = 4_000_000, Gid = 65534 }).Soon()).Stdout);
    }

    [Fact]
    public async Task UserName_is_the_user_and_its_group()
    {
        SkipWithoutIds();
        var user = AnyUser();

        var result = await ExecScript("id -u; id -g", new ExecFileOptions { UserName = user.Name }).Soon();
        var other = await ExecScript("id -u; id -g", new ExecFileOptions { UserName = user.Name, Gid = 65533 }).Soon();

        Assert.Equal($"{user.Uid}\n{user.Gid}\n", result.Stdout);
        Assert.Equal($"{user.Uid}\n65533\n", other.Stdout);
    }

    [Theory]
    [InlineData("no-such-user-here", null)]
    [InlineData("", null)]
    [InlineData("a\0b", null)]
    [InlineData("root", 0u)]
    public void UserName_is_rejected_if_unknown_or_combined_with_Uid(string name, uint? uid)
    {
        Assert.SkipWhen(PortableBackendAttribute.IsUsed, "not on the portable backend: UserName is refused");
        var error = Assert.ThrowsAny<ArgumentException>(() => Id.Spawn([], new SpawnOptions { UserName = name, Uid = uid }));

        Assert.Equal("UserName", error.ParamName);
    }

    [Fact]
    public void A_user_named_at_the_call_replaces_the_commands()
    {
        SkipWithoutIds();
        var user = AnyUser();
        var byName = new Executable("id", "-u") { Defaults = new() { UserName = user.Name } };
        var byNumber = new Executable("id", "-u") { Defaults = new() { Uid = 65534, Gid = 65534 } };

        Assert.Equal("65534\n", byName.ExecFileSync([], new ExecFileOptions { Uid = 65534 }).Stdout);
        Assert.Equal($"{user.Uid}\n", byNumber.ExecFileSync([], new ExecFileOptions { UserName = user.Name }).Stdout);
    }

    /// <summary>Returns a user whose group number differs from the user's and from root's, if there is one.</summary>
    private static (string Name, uint Uid, uint Gid) AnyUser()
    {
        var users = File.ReadAllLines("/etc/passwd").Select(static line => line.Split(':'))
            .Select(static fields => (fields[0], uint.Parse(fields[2], null), uint.Parse(fields[3], null))).ToList();
        return users.FirstOrDefault(
            static user => user.Item2 != user.Item3 && user.Item3 != 0,
            users.First(static user => user.Item2 != 0));
    }
}
