using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>How a program is found, and what it gets: arguments, environment, directory.</summary>
[NeedsWindows]
public sealed class StartingTests
{
    [Fact]
    public async Task Arguments_arrive_unchanged()
    {
        var random = new Random(1);
        for (var i = 0; i < 20; i++)
        {
            string[] arguments = [.. Enumerable.Range(0, 8).Select(_ => RandomText(random))];

            Assert.Equal(arguments, Arguments((await Program.ExecFile(["arguments", .. arguments]).Soon()).Stdout));
        }
    }

    [Fact]
    public async Task Unicode_arrives_unchanged()
        => Assert.Equal(["żółw", "🐢"], Arguments((await Program.ExecFile("arguments", "żółw", "🐢").Soon()).Stdout));

    [Fact]
    public async Task Verbatim_arguments_are_split_by_the_program()
    {
        var options = new ExecFileOptions { WindowsVerbatimArguments = true };

        Assert.Equal(["a b", "c"], Arguments((await Program.ExecFile(["arguments", "\"a b\" c"], options).Soon()).Stdout));
    }

    [Fact]
    public async Task A_name_is_looked_up_on_the_childs_PATH_with_the_extensions_of_PATHEXT()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["greet.cmd"], "@echo hello\r\n");
        var env = new Dictionary<string, string?> { ["Path"] = $"C:\\nowhere;\"{directory.Root}\"" };

        Assert.Equal("hello", (await new Executable("greet").ExecFile([], new ExecFileOptions { Env = env }).Soon()).Stdout.Trim());
        Assert.Equal("hello", (await new Executable("greet.cmd").ExecFile([], new ExecFileOptions { Env = env }).Soon()).Stdout.Trim());
    }

    [Fact]
    public async Task The_childs_PATHEXT_is_used()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["greet.cmd"], "@echo hello\r\n");
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["PATH"] = directory.Root, ["PATHEXT"] = ".EXE" } };

        Assert.Equal("ENOENT", (await new Executable("greet").ExecFile([], options).FailureAsync()).Code);
    }

    [Fact]
    public async Task A_bare_name_is_not_looked_up_in_the_working_directory_but_one_with_a_directory_is()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["greet.cmd"], "@echo hello\r\n");
        var options = new ExecFileOptions { Cwd = directory.Root };

        Assert.Equal("ENOENT", (await new Executable("greet").ExecFile([], options).FailureAsync()).Code);
        Assert.Equal("hello", (await new Executable(".\\greet").ExecFile([], options).Soon()).Stdout.Trim());
    }

    [Fact]
    public async Task A_missing_program_is_ENOENT()
    {
        var error = await new Executable("no-such-program").ExecFile("a").FailureAsync();

        Assert.Equal(("ENOENT", "spawn no-such-program ENOENT", "no-such-program a"), (error.Code, error.Message, error.Cmd));
        Assert.Equal("ENOENT", (new Executable("C:\\no\\such.exe").SpawnSync([]).Error as ExecException)?.Code);
    }

    [Fact]
    public async Task A_missing_working_directory_is_ENOENT_that_names_it()
    {
        var error = await Cmd.ExecFile([], new ExecFileOptions { Cwd = "C:\\no such" }).FailureAsync();

        Assert.Equal("ENOENT", error.Code);
        Assert.Contains("'C:\\no such' (option Cwd) does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_a_program_is_an_error()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["no.exe"], "text");

        Assert.Equal("ENOEXEC", (await new Executable(directory["no.exe"]).ExecFile().FailureAsync()).Code);
    }

    [Fact]
    public async Task Cwd_is_the_childs_working_directory()
    {
        using var directory = new TempDirectory();

        Assert.Equal(directory.Root, (await Program.ExecFile(["directory"], new ExecFileOptions { Cwd = directory.Root }).Soon()).Stdout);
    }

    [Fact]
    public async Task Env_is_merged_ignoring_case_and_null_removes()
    {
        Environment.SetEnvironmentVariable("TypedExec_Case", "parent");
        Environment.SetEnvironmentVariable("TypedExec_Gone", "parent");
        var env = new Dictionary<string, string?> { ["TYPEDEXEC_CASE"] = "child", ["typedexec_gone"] = null };

        var result = await Program.ExecFile(["variables", "typedexec_case", "TypedExec_Gone"], new ExecFileOptions { Env = env }).Soon();

        Assert.Equal("child\n(none)\n", result.Stdout);
    }

    [Fact]
    public async Task ClearEnv_keeps_what_Windows_needs()
    {
        Environment.SetEnvironmentVariable("TypedExec_Other", "parent");

        var result = await Program.ExecFile(["variables", "SystemRoot", "TypedExec_Other"], new ExecFileOptions { ClearEnv = true }).Soon();

        Assert.Equal($"{Environment.GetEnvironmentVariable("SystemRoot")}\n(none)\n", result.Stdout);
    }

    [Fact]
    public async Task Exec_runs_cmd_with_holes_quoted()
    {
        string[] arguments = ["a&b", "two words", "x|y>z", "C:\\my dir\\"];

        var result = await Program.Exec($"arguments {arguments} && echo done").Soon();

        Assert.Equal([.. arguments, "done"], result.Stdout.Trim().Split('\0'));
    }

    [Fact]
    public async Task Holes_for_cmd_may_contain_quotes_and_percent_signs()
    {
        SkipUnderWine("keeps carets that cmd.exe removes");
        string[] arguments = ["%OS%", "say \"hi\"", "\"&echo injected"];

        Assert.Equal(arguments, Arguments((await Program.Exec($"arguments {arguments}").Soon()).Stdout));
    }

    private static string RandomText(Random random)
        => new([.. Enumerable.Range(0, random.Next(10)).Select(_ => "ab \\\\\"\"\t%&|^<>()!'ż"[random.Next(19)])]);
}
