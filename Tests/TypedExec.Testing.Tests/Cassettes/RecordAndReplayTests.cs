using System.Text;

namespace TypedExec.Testing.Tests.Cassettes;

/// <summary>What was recorded is replayed byte for byte, and the file contains no secret.</summary>
public sealed class RecordAndReplayTests
{
    private static readonly Executable Sh = new("sh", "-c");

    [Fact]
    public async Task Git_find_and_a_failing_program_replay_byte_for_byte()
    {
        Programs.SkipWithout("git");
        Programs.SkipWithout("find");
        using var directory = new TempDirectory();
        directory.Add("a.txt", "one\n");
        directory.Add("folder/b.txt", "two\n");
        var recorded = await UseAsync(Cassette.Record(directory["cassettes/x.json"]), () => RunAllAsync(directory));
        Directory.Delete(directory["folder"], recursive: true);
        Directory.Delete(directory[".git"], recursive: true);

        var replayed = await UseAsync(Cassette.Replay(directory["cassettes/x.json"]), () => RunAllAsync(directory));

        Assert.Equal(recorded, replayed);
        Assert.Contains("b.txt", recorded[3], StringComparison.Ordinal);
        Assert.Contains("exit code", recorded[4], StringComparison.Ordinal);
        Assert.Contains("ENOENT", recorded[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task It_also_replays_for_reads_of_other_sizes(int piece)
    {
        using var directory = new TempDirectory();
        var path = directory["x.json"];
        var command = Sh["head -c 20000 /dev/zero; printf '\\377\\376 text'; printf 'näher\\r\\nno end' >&2"];
        var expected = await UseAsync(Cassette.Record(path), async () => (await command.ExecFile()).StdoutBytes.ToArray());

        var stderr = "";
        var actual = await UseAsync(Cassette.Replay(path), async () =>
        {
            await using var child = command.Spawn();
            var bytes = new MemoryStream();
            var buffer = new byte[piece];
            while (await child.Stdout!.ReadAsync(buffer) is > 0 and var count)
            {
                bytes.Write(buffer, 0, count);
            }

            stderr = await child.Stderr!.ReadToEndAsync();
            await child.WaitForCloseAsync().Soon();
            return bytes.ToArray();
        });

        Assert.Equal(expected, actual);
        Assert.Equal("näher\r\nno end", stderr);
    }

    [Fact]
    public async Task Every_verb_is_recorded_and_replayed()
    {
        using var directory = new TempDirectory();
        var path = directory["x.json"];
        async Task<string[]> RunAsync()
        {
            var echo = Sh["echo out; echo err >&2"];
            var file = directory["output"];
            File.Delete(file);
            await echo.ExecFile(new() { Stdout = [Output.ToFile(file)] });
            var lines = await echo.ReadAllLinesAsync().Select(static line => $"{line.IsError} {line.Text}").Order().ToArrayAsync();
            await using var child = echo.Spawn();
            return
            [
                echo.ExecFileSync().Stdout,
                echo.SpawnSync().Stderr,
                (await echo.Exec()).Stdout,
                (await (echo | new Executable("tr")["o", "0"]).ExecFile()).Stdout,
                (echo | new Executable("cat")).ExecFileSync().Stdout,
                .. lines,
                await child.Stdout!.ReadToEndAsync(),
                File.ReadAllText(file),
            ];
        }

        var recorded = await UseAsync(Cassette.Record(path), RunAsync);
        var replayed = await UseAsync(Cassette.Replay(path), RunAsync);

        Assert.Equal(["out\n", "err\n", "out\n", "0ut\n", "out\n", "False out", "True err", "out\n", "out\n"], recorded);
        Assert.Equal(recorded, replayed);
    }

    [Fact]
    public async Task The_file_is_readable_and_identical_for_the_same_programs()
    {
        using var directory = new TempDirectory();
        foreach (var name in new[] { "1.json", "2.json" })
        {
            await UseAsync(Cassette.Record(directory[name]), async () =>
            {
                await Sh["echo \"it's\"; echo 'grüße & <so>'; exit 3"].ExecFile(new() { ThrowOnFailure = false });
                return 0;
            });
        }

        Assert.Equal(
            """
            {
              "version": 1,
              "runs": [
                {
                  "command": "sh -c 'echo \"it'\\''s\"; echo '\\''grüße & <so>'\\''; exit 3'",
                  "fileName": "sh",
                  "arguments": [
                    "-c",
                    "echo \"it's\"; echo 'grüße & <so>'; exit 3"
                  ],
                  "exitCode": 3,
                  "output": [
                    {
                      "descriptor": 1,
                      "lines": [
                        "it's",
                        "grüße & <so>",
                        ""
                      ]
                    }
                  ]
                }
              ]
            }

            """,
            File.ReadAllText(directory["1.json"]));
        Assert.Equal(File.ReadAllText(directory["1.json"]), File.ReadAllText(directory["2.json"]));
    }

    [Fact]
    public async Task No_secret_is_in_the_file_wherever_a_program_prints_it()
    {
        using var directory = new TempDirectory();
        directory.AddExecutable("git", "#!/bin/sh\necho \"args: $*\"; echo \"env: $PASSWORD\" >&2; printf '\\377hunter two\\n'; echo hunter%20two; exit 1\n");
        var path = directory["x.json"];
        async Task<ExecException> RunAsync(string token)
        {
            var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["PASSWORD"] = "from the environment" } };
            var command = new Git.Clone { Token = token }.WithFileName(directory["git"]);
            var error = await command.ExecFile(options).FailureAsync();
            await new Executable("echo").ExecFile(token);
            return error;
        }

        var recorded = await UseAsync(Cassette.Record(path, "from the environment"), () => RunAsync("hunter two"));

        var text = File.ReadAllText(path);
        Assert.DoesNotContain("hunter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("from the environment", text, StringComparison.Ordinal);
        Assert.All(
            text.Split('"').Where(static part => part.Length > 20 && part.Length % 4 == 0 && part.All(char.IsAsciiLetterOrDigit)),
            static base64 => Assert.DoesNotContain("hunter", Encoding.Latin1.GetString(Convert.FromBase64String(base64)), StringComparison.Ordinal));
        // A different secret from that of the recording.
        var replayed = await UseAsync(Cassette.Replay(path), () => RunAsync("another"));
        Assert.Equal((recorded.ExitCode, "env: ***\n"), (replayed.ExitCode, replayed.Stderr));
    }

    [Fact]
    public async Task A_command_missing_from_the_cassette_is_an_error_with_the_closest_one()
    {
        using var directory = new TempDirectory();
        var path = directory["x.json"];
        await UseAsync(Cassette.Record(path), async () =>
        {
            await new Executable("echo").ExecFile("a", "b");
            await new Executable("true").ExecFile([]);
            return 0;
        });
        await using var cassette = Cassette.Replay(path);

        var error = Assert.Throws<NotFakedException>(() => new Executable("echo").ExecFile("a", "c"));

        Assert.Contains("echo a c\nThe nearest:\n  echo a b\n  true\nThe cassette", error.Message, StringComparison.Ordinal);
        await new Executable("true").ExecFile([]);
        Assert.Equal(["echo a b"], cassette.Unplayed);
        Assert.Throws<NotFakedException>(() => new Executable("true").ExecFile([]));
    }

    [Fact]
    public async Task A_run_that_timed_out_times_out_again()
    {
        using var directory = new TempDirectory();
        var path = directory["x.json"];
        Task<ExecException> RunAsync() => Sh["echo begun; exec sleep 60"].ExecFile(new() { Timeout = TimeSpan.FromMilliseconds(500) }).FailureAsync();

        var recorded = await UseAsync(Cassette.Record(path), RunAsync);
        var replayed = await UseAsync(Cassette.Replay(path), RunAsync);

        Assert.Equal((true, Signal.SIGTERM, "begun\n"), (recorded.TimedOut, recorded.Signal, recorded.Stdout));
        Assert.Equal((true, Signal.SIGTERM, "begun\n"), (replayed.TimedOut, replayed.Signal, replayed.Stdout));
    }

    [Fact]
    public async Task A_command_that_is_still_running_is_not_silently_omitted()
    {
        using var directory = new TempDirectory();
        var cassette = Cassette.Record(directory["x.json"]);
        await using var child = new Executable("sleep").Spawn("60");

        Assert.Contains("sleep 60", Assert.Throws<InvalidOperationException>(cassette.Dispose).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_a_cassette_is_rejected()
    {
        using var directory = new TempDirectory();
        directory.Add("x.json", "{ \"version\": 7, \"runs\": [] }");
        directory.Add("y.json", "text");

        Assert.Contains("version 7", Assert.Throws<InvalidDataException>(() => Cassette.Replay(directory["x.json"])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Cassette.Replay(directory["y.json"]));
        Assert.Throws<FileNotFoundException>(() => Cassette.Replay(directory["z.json"]));
    }

    private static async Task<T> UseAsync<T>(Cassette cassette, Func<Task<T>> run)
    {
        await using (cassette)
        {
            return await run();
        }
    }

    private static async Task<string[]> RunAllAsync(TempDirectory directory)
    {
        var git = new Executable("git", "-C", directory.Root);
        return
        [
            (await git["init", "--quiet", "--initial-branch=main"].ExecFile()).Stdout,
            (await git["add", "."].ExecFile()).Stdout,
            (await git["status", "--short"].ExecFile()).Stdout,
            (await new Executable("find").ExecFile(directory.Root, "-name", "*.txt")).Stdout,
            (await git["rev-parse", "no-such-thing"].ExecFile().FailureAsync()).Message,
            (await new Executable("no-such-program").ExecFile("x").FailureAsync()).Message,
        ];
    }
}
