using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Command lines of real programs through the classes of the package's specifications. Completion specs end at the command that a
/// program runs, so docker's and kubectl's classes declare its arguments themselves.
/// </summary>
public sealed class ReadyMadeCommandTests
{
    private const string Source = """
        using System.Collections.Generic;
        using TypedExec;

        [Command("curl", Specification = "curl")] internal partial class Curl;
        [Command("rsync", Specification = "rsync")] internal partial class Rsync;
        [Command("git", Specification = "git")] internal partial class Git;

        [Command("docker", Specification = "docker")]
        internal partial class Docker
        {
            public partial class Run
            {
                [Argument(2, AllowLeadingDash = true)] public IReadOnlyList<string> Arguments { get; init; } = [];
            }
        }

        [Command("kubectl", Specification = "kubectl")]
        internal partial class Kubectl
        {
            public partial class ExecCommand
            {
                [Argument(1, After = "--", AllowLeadingDash = true)] public IReadOnlyList<string> Command { get; init; } = [];
            }
        }

        internal static class Made
        {
            public static IReadOnlyList<ICommand> All { get; } =
            [
                new Curl { Header = ["Accept: text/plain", "X-Trace: 1"], Request = "POST", UrlArgument = "https://example.org" },
                Curl.CreateBuilder().Header("Accept: text/plain").Header("X-Trace: 1").Request("POST").UrlArgument("https://example.org").Build(),
                new Rsync { Archive = true, Exclude = ["*.o", "*.tmp", ".git"], Src = ["a", "b"], Dest = "host:c" },
                new Docker.Run { Rm = true, Env = ["A=1", "B=2"], Name = "x", Image = "alpine", Command = "ls", Arguments = ["-l"] },
                new Git.Status { Parent = new Git { C = ["a=b", "c=d"] }, Short = true },
                new Kubectl.ExecCommand { Container = "app", RunningPods = "web-0", Command = ["sh", "-c", "echo $HOME"] },
            ];
        }
        """;

    private static readonly string[] Programs = ["curl", "rsync", "docker", "git", "kubectl"];

    [Fact]
    public void An_option_is_repeated_and_a_command_keeps_its_own_options()
    {
        var files = Programs.Select(static program => new SpecificationText($"/project/{program}.json", ReadyMade.Read(program))).ToArray<AdditionalText>();
        Generation.Driver(files).RunGeneratorsAndUpdateCompilation(Generation.Compilation(Source), out var compilation, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(static problem => problem.Severity == DiagnosticSeverity.Error).Take(10).Select(Generation.Describe)));

        var made = (IReadOnlyList<ICommand>)System.Reflection.Assembly.Load(image.ToArray()).GetType("Made")!.GetProperty("All")!.GetValue(null)!;
        Assert.Equal(
            [
                "curl --header Accept: text/plain --header X-Trace: 1 --request POST https://example.org",
                "curl --header Accept: text/plain --header X-Trace: 1 --request POST https://example.org",
                "rsync --archive --exclude=*.o --exclude=*.tmp --exclude=.git a b host:c",
                "docker run --env A=1 --env B=2 --name x --rm alpine ls -l",
                "git -c a=b -c c=d status --short",
                "kubectl exec --container app web-0 -- sh -c echo $HOME",
            ],
            made.Select(static command => string.Join(' ', [command.FileName, .. command.ToArguments()])));
    }
}
