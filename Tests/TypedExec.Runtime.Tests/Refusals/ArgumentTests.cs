using TypedExec.Generated;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Refusals;

/// <summary>What is rejected at the call, with nothing started: programs, arguments, NULs.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_file_name(string file) => AssertRefused("file", () => new Executable(file).Spawn());

    [Fact]
    public void A_NUL_in_the_file_name() => AssertRefused("file", () => new Executable("tr\0ue").Spawn());

    [Fact]
    public void A_NUL_in_an_argument() => AssertRefused("Argument 1", () => True.Spawn("a", "b\0c"));

    [Fact]
    public void A_null_argument() => AssertRefused("Argument 1", () => True.Spawn((string[])["a", null!], null));

    [Fact]
    public void A_null_list_of_arguments() => Assert.Throws<ArgumentNullException>(() => True.Spawn((string[])null!, null));

    [Fact]
    public void A_NUL_in_a_shells_text() => AssertRefused("command", () => True.Exec("a\0b"));

    [Fact]
    public void A_NUL_in_the_hole_of_a_shells_text()
    {
        var hole = "a\0b";
        AssertRefused("hole", () => True.Exec($"{hole}"));
    }

    [Fact]
    public void A_hole_inside_quotes()
    {
        var hole = "a";
        AssertRefused("inside quotes", () => True.Exec($"'{hole}'"));
    }

    [Fact]
    public void A_NUL_in_the_shells_path() => AssertRefused("Shell", () => _ = new SpawnOptions { Shell = "/bin/\0sh" });

    [Fact]
    public void A_NUL_in_argv0() => AssertRefused("Argv0", () => True.Spawn([], new SpawnOptions { Argv0 = "a\0b" }));

    [Fact]
    public void A_NUL_in_the_working_directory() => AssertRefused("Cwd", () => True.Spawn([], new SpawnOptions { Cwd = "/\0" }));

    [Fact]
    public void An_empty_working_directory() => AssertRefused("Cwd", () => True.Spawn([], new SpawnOptions { Cwd = "" }));

    [Fact]
    public void A_NUL_in_an_environment_name() => AssertRefused("Env", () => True.Spawn([], WithEnv("A\0B", "")));

    [Fact]
    public void A_NUL_in_an_environment_value() => AssertRefused("Env[\"A\"]", () => True.Spawn([], WithEnv("A", "\0")));

    [Theory]
    [InlineData("")]
    [InlineData("A=B")]
    public void An_environment_name_that_is_empty_or_holds_an_equals_sign(string name)
        => AssertRefused("Env", () => True.Spawn([], WithEnv(name, "value")));

    /// <summary>The program would use the next argument as the value.</summary>
    [Fact]
    public void An_empty_value_that_would_be_attached_to_any_kind_of_option()
    {
        AssertGlued(static arguments => arguments.AddOption("Output", "-o", "", separator: ""));
        AssertGlued(static arguments => arguments.AddOption("Output", "-o", "", separator: "", secret: true));
        AssertGlued(static arguments => arguments.AddOptions("Output", "-o", ["a", "", "b"], separator: ""));
        AssertGlued(static arguments => arguments.AddOptions("Output", "-o", [""], separator: "", join: ","));
        AssertGlued(static arguments => arguments.AddOptionalValue("Output", "-o", "", separator: ""));
        AssertGlued(static arguments => arguments.AddOptionalValues("Output", "-o", ["a", ""], separator: ""));
        AssertGlued(static arguments => arguments.AddValues("Output", "-o", ["", "b"], min: 2, max: 2, separator: ""));
        AssertGlued(static arguments => arguments.AddValueGroups("Output", "-o", [["a", "b"], ["", "b"]], min: 2, separator: ""));
    }

    [Fact]
    public void Every_call_rejects_the_same_values()
    {
        var options = new ExecFileOptions { Cwd = "" };

        AssertRefused("Cwd", () => True.SpawnSync([], new SpawnSyncOptions { Cwd = "" }));
        AssertRefused("Cwd", () => True.ExecFile([], options));
        AssertRefused("Cwd", () => True.ExecFileSync([], options));
        AssertRefused("Cwd", () => True.Exec("", new ExecOptions { Cwd = "" }));
        AssertRefused("Cwd", () => True.ExecSync("", new ExecOptions { Cwd = "" }));
    }

    private static SpawnOptions WithEnv(string name, string value) => new() { Env = new Dictionary<string, string?> { [name] = value } };

    private static void AssertGlued(Action<CommandArguments> add)
    {
        var error = Assert.Throws<ArgumentException>(() => add(new CommandArguments()));
        Assert.Equal("Output", error.ParamName);
        Assert.Contains("written together with its value", error.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string subject, Action call)
        => Assert.Contains(subject, Assert.ThrowsAny<ArgumentException>(call).Message);
}
