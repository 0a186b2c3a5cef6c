using System.Reflection;
using TypedExec.Import.Tests.Source;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.Sources;

/// <summary>
/// Command lines of classes that are generated from imported specifications: of the programs installed, and of stand-ins that print a
/// page of the tests' own in the layout of the real one.
/// </summary>
public sealed class ImportedCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Curl_takes_two_headers()
        => AssertInstalledAsync(
            ["curl"],
            """new Tool { Header = ["Accept: text/plain", "X-Trace: 1"], Request = "POST", Silent = true, UrlArgument = "https://example.org" }""",
            "--header|Accept: text/plain|--header|X-Trace: 1|--request|POST|--silent|https://example.org");

    [Fact]
    public Task Rsync_takes_three_excludes()
        => AssertInstalledAsync(
            ["rsync"],
            """new Tool { Archive = true, Exclude = ["*.o", "*.tmp", ".git"], Src = ["a", "b"], Dest = "host:c" }""",
            "--archive|--exclude=*.o|--exclude=*.tmp|--exclude=.git|a|b|host:c");

    [Fact]
    public Task Git_takes_two_settings()
        => AssertInstalledAsync(
            ["git", "status"],
            """new Tool.Status { Parent = new() { C = ["a=b", "c=d"], UpperC = "/src" }, Short = true }""",
            "-C|/src|-c|a=b|-c|c=d|status|--short");

    [Fact]
    public Task Docker_run_takes_a_command_with_options()
        => AssertPageAsync(
            "docker",
            """
            Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

            Run a command

            Options:
              -e, --env list           Set it
                  --name string        Name it
                  --cpu-shares int     Share it
                  --cpus decimal       Count it
                  --rm                 Remove it
            """,
            """new Tool { Rm = true, Name = "x", CpuShares = 2, Cpus = 1.5, Env = ["A=1", "B=2"], Image = "alpine", Command = "ls", Arg = ["-l", "/"] }""",
            "--env|A=1|--env|B=2|--name|x|--cpu-shares|2|--cpus|1.5|--rm|alpine|ls|-l|/");

    [Fact]
    public Task Kubectl_exec_takes_a_command_with_options()
        => AssertPageAsync(
            "kubectl",
            """
            Run a command.

            Options:
                -c, --container='':
            	The container.

                -i, --stdin=false:
            	Keep it open.

            Usage:
              kubectl exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...] [options]
            """,
            """new Tool { Container = "app", Stdin = true, PodTypeName = "web-0", Rest = ["sh", "-c", "echo $HOME"] }""",
            "--container=app|--stdin|web-0|--|sh|-c|echo $HOME");

    [Fact]
    public Task An_option_that_uses_its_last_value_is_a_plain_string()
        => AssertPageAsync(
            "tool",
            """
            Usage: tool [options...] <url>
             -H, --header <header>  Send it
             -o, --output <file>    Of several, the last one is used
             -r, --retry <num>      Try again
            """,
            """((Func<ICommand>)(() => { string? output = "x"; return new Tool { Header = "A: 1", Output = output, Retry = 3 }; }))()""",
            "--header|A: 1|--output|x|--retry|3");

    /// <summary>Imports a program that is installed from its help.</summary>
    private static async Task AssertInstalledAsync(string[] program, string command, string expected)
    {
        Programs.SkipWithout(program[0]);
        await AssertArgumentsAsync(await Tool.RunAsync(["help", .. program, "--from", "help"]), command, expected);
    }

    private async Task AssertPageAsync(string program, string help, string command, string expected)
    {
        var script = _folder.Script(program, $"case \"$*\" in --help|-h) cat <<'END'\n{help}\nEND\n;; *) exit 1 ;; esac\n");
        await AssertArgumentsAsync(await Tool.RunAsync("help", script, "--from", "help", "--depth", "0"), command, expected);
    }

    private static async Task AssertArgumentsAsync(Tool tool, string command, string expected)
    {
        Assert.True(tool.ExitCode == 0, tool.Stderr);
        var assembly = await Consumer.CompileAsync(
            [
                $$"""
                using TypedExec;

                [Command("tool", Specification = "tool.json")]
                internal partial class Tool;

                internal static class Made
                {
                    public static ICommand Command => {{command}};
                }
                """,
            ],
            ("/project/tool.json", tool.Stdout));
        var made = (ICommand)assembly.GetType("Made")!.GetProperty("Command", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

        // The page lists the options in an order of its own.
        var arguments = made.ToArguments();
        Assert.Equal(expected.Split('|').Order(StringComparer.Ordinal), arguments.Order(StringComparer.Ordinal));
        Assert.Equal(expected.Split('|')[^1], arguments[^1]);
    }
}
