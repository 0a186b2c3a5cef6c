using System.Text;
using TypedExec.Generated;
using TypedExec.Tests.Pipelines;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Commands;

/// <summary>
/// What applies to a captured run applies to each way of running it: async, sync, in a pipeline, and in one on the calling
/// thread.
/// </summary>
public sealed class EachWayTests
{
    private const string Secret = "hunter2-hunter2";

    public static IEnumerable<TheoryDataRow<string>> Ways => [new("async"), new("sync"), new("pipeline"), new("sync pipeline")];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Programs_that_read_find_stdin_at_its_end(string way)
    {
        foreach (var command in (Executable[])[Cat, new("sort"), new("wc", "-l"), new("grep", "x")])
        {
            var options = new ExecFileOptions { SuccessExitCodes = [0, 1] };

            Assert.Equal(command.FileName == "wc" ? "0" : "", (await OutputAsync(way, command, options)).Trim());
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_limit_never_splits_a_character(string way)
    {
        var failure = await FailureAsync(way, Sh["-c", "printf 中文测试; exec sleep 300"], new() { MaxBuffer = 10 });

        Assert.Equal("中文测", failure.Stdout);
        Assert.EndsWith(": 中文测", failure.Message, StringComparison.Ordinal);
        Assert.Equal(10, failure.StdoutBytes.Length);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_failure_message_reports_the_end_and_stays_short(string way)
    {
        var failure = await FailureAsync(way, Sh["-c", "seq 1 1000000 >&2; exit 7"]);

        Assert.Contains(" failed with exit code 7", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(string.Join('\n', Enumerable.Range(999_981, 20)), failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 100, 400);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_secret_that_the_program_prints_is_masked_in_the_message(string way)
    {
        var arguments = new CommandArguments();
        arguments.AddSecret(Secret, CommandArguments.Mask);
        foreach (var script in new[] { "echo \"bad $1\" >&2; exit 1", "echo \"bad $1\"; exit 1", "echo \"bad $1\" >&2; kill -9 $$" })
        {
            var failure = await FailureAsync(way, Sh["-c", script, "sh"][arguments]);

            Assert.EndsWith(": bad ***", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, $"{failure} {failure.Cmd} {string.Join(' ', failure.SpawnArgs)}", StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Output_to_a_stream_is_followed_by_an_exception_if_the_program_is_missing_or_fails_halfway(string way)
    {
        // Like the response of a web server: once it has begun, it must not end as if it were complete.
        var body = new MemoryStream();
        var options = new ExecFileOptions { Stdout = [Output.ToStream(body)] };

        Assert.Equal("ENOENT", (await FailureAsync(way, NoSuch, options)).Code);
        Assert.Equal(0, body.Length);
        _ = await FailureAsync(way, Sh["-c", "echo first half; kill -9 $$; echo second half"], options);
        Assert.Equal("first half\n", Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task Lines_are_followed_by_an_exception_if_the_program_is_missing_or_fails_halfway()
    {
        var lines = new List<string>();
        await Assert.ThrowsAsync<ExecException>(async () => await NoSuch.ReadLinesAsync().ToListAsync());
        await Assert.ThrowsAsync<ExecException>(async () =>
        {
            await foreach (var line in Sh["-c", "echo first half; kill -9 $$; echo second half"].ReadLinesAsync())
            {
                lines.Add(line);
            }
        });

        Assert.Equal(["first half"], lines);
    }

    [Fact]
    public async Task Data_of_a_pipelines_last_stage_is_raised_while_it_is_captured()
    {
        var execution = (Sh["-c", "printf one; read go; printf two"] | Cat).ExecFile(new() { Input = ProcessInput.Open });
        var text = new StringBuilder();
        execution.Stages[^1].Stdout!.Data += (_, e) => text.Append(e.Text);
        await execution.Stdin!.WriteAsync("go\n"u8.ToArray());

        Assert.Equal(("onetwo", "onetwo"), ((await execution.Soon()).Stdout, text.ToString()));
    }

    [Fact]
    public async Task Data_of_a_stages_stderr_is_raised_while_it_is_captured()
    {
        var execution = (Sh["-c", "echo bad >&2; read go; exit 3"] | Cat).ExecFile(new() { Input = ProcessInput.Open });
        var text = new StringBuilder();
        execution.Stages[0].Stderr!.Data += (_, e) => text.Append(e.Text);
        await execution.Stdin!.WriteAsync("go\n"u8.ToArray());

        var failure = await execution.FailureAsync();

        Assert.Equal(("bad\n", "bad\n", 0), (failure.Stderr, text.ToString(), failure.Stage));
    }

    private static async Task<string> OutputAsync(string way, Executable command, ExecFileOptions options) => way switch
    {
        "async" => (await command.ExecFile(options).Soon()).Stdout,
        "sync" => command.ExecFileSync(options).Stdout,
        "pipeline" => (await (command | Cat).ExecFile(options).Soon()).Stdout,
        _ => (command | Cat).ExecFileSync(options).Stdout,
    };

    /// <summary>The command is the last stage, whose stdout is the pipeline's.</summary>
    private static async Task<ExecException> FailureAsync(string way, Executable command, ExecFileOptions? options = null)
    {
        options ??= new ExecFileOptions();
        return way switch
        {
            "async" => await command.ExecFile(options).FailureAsync(),
            "sync" => Assert.Throws<ExecException>(() => command.ExecFileSync(options)),
            "pipeline" => await (True | command).ExecFile(options).FailureAsync(),
            _ => Assert.Throws<ExecException>(() => (True | command).ExecFileSync(options)),
        };
    }
}
