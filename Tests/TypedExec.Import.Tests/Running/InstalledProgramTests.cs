using TypedExec.CommandLines.Reading;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Running;

/// <summary>Installed programs, queried for real.</summary>
public sealed class InstalledProgramTests
{
    [Theory]
    [InlineData("tar", "--create --file --exclude --gzip --directory -x")]
    [InlineData("grep", "--regexp --ignore-case -r --color --include")]
    [InlineData("ls", "--all -l --sort --color --human-readable")]
    [InlineData("node", "--require --eval --inspect --max-http-header-size --version")]
    public async Task A_program_without_subcommands_gives_its_options(string program, string options)
    {
        var tool = await HelpOfAsync(program);

        Assert.Equal([], options.Split(' ').Except(Json.Parse(tool.Stdout).Options()));
    }

    [Fact]
    public async Task Git_gives_all_its_commands_and_their_subcommands()
    {
        var git = Json.Parse((await HelpOfAsync("git", "--depth", "1")).Stdout);

        Assert.True(git.Subcommands().Count > 100);
        Assert.Contains("-C", git.Options());
        Assert.Contains("--amend", git.Subcommand("commit").Options());
        Assert.True(git.Subcommand("commit").Option("--gpg-sign").GetProperty("args")[0].Flag("isOptional"));
    }

    [Fact]
    public async Task One_subcommand_is_read_alone()
    {
        var git = Json.Parse((await HelpOfAsync("git", "remote")).Stdout);

        Assert.Equal(["remote"], git.Subcommands());
        Assert.Contains("--mirror", git.Subcommand("remote", "add").Options());
    }

    [Fact]
    public async Task Dotnet_gives_its_commands()
    {
        var dotnet = Json.Parse((await HelpOfAsync("dotnet", "build", "--timeout", "60")).Stdout);

        Assert.Contains("--configuration", dotnet.Subcommand("build").Options());
        Assert.Equal("CONFIGURATION", dotnet.Subcommand("build").Option("-c").GetProperty("args")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Npm_options_have_the_values_that_its_help_lists()
    {
        var npm = Json.Parse((await HelpOfAsync("npm", "install", "--timeout", "60")).Stdout);

        Assert.Contains("dev", npm.Subcommand("install").Option("--omit").GetProperty("args")[0].GetProperty("suggestions").EnumerateArray().Select(value => value.GetString()));
    }

    private static async Task<Tool> HelpOfAsync(string program, params string[] arguments)
    {
        Programs.SkipWithout(program);
        var tool = await Tool.RunAsync(["help", program, .. arguments]);
        Assert.Equal(0, tool.ExitCode);
        Assert.Empty(SpecificationReader.Read(tool.Stdout, TestContext.Current.CancellationToken).Mistakes);
        return tool;
    }
}
