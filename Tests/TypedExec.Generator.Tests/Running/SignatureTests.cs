using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>
/// The everyday methods have exactly these signatures on every kind of command; that this compiles is most of the test.
/// </summary>
public sealed class SignatureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_kind_of_command_has_every_verb()
    {
        HasVerbs(new Executable("echo")["a"]);
        HasVerbs(new Echo { Words = ["a"] });
        HasVerbs(new EchoWithRun.Run { Image = "a" });
        HasVerbs(Shell.Command("echo a"));
        HasVerbs(new Executable("echo").WithFileName("/bin/echo").WithOptions(new ProcessOptions { Cwd = "/" }).AppendArguments("a"));

        static void HasVerbs<T>(T command)
            where T : class, ICommand
        {
            Func<ExecFileOptions?, CancellationToken, Execution> runAsync = command.RunAsync;
            Func<ExecFileOptions?, ExecResult> run = command.Run;
            Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<string>> readLines = command.ReadLinesAsync;
            Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<OutputLine>> readAllLines = command.ReadAllLinesAsync;
            Func<SpawnOptions?, CancellationToken, ChildProcess> spawn = command.Spawn;
            Func<SpawnSyncOptions?, SpawnSyncResult> spawnSync = command.SpawnSync;
            Func<ExecFileOptions?, CancellationToken, Execution> execFile = command.ExecFile;
            Func<ExecFileOptions?, ExecResult> execFileSync = command.ExecFileSync;
            Func<ExecOptions?, CancellationToken, Execution> exec = command.Exec;
            Func<ExecOptions?, ExecResult> execSync = command.ExecSync;
            Func<string, ICommand> withFileName = command.WithFileName;
            Func<ProcessOptions, ICommand> withOptions = command.WithOptions;
            Assert.All<Delegate>(
                [runAsync, run, readLines, readAllLines, spawn, spawnSync, execFile, execFileSync, exec, execSync, withFileName, withOptions], Assert.NotNull);
        }
    }

    [Fact]
    public void A_builder_and_a_pipeline_have_only_their_applicable_verbs()
    {
        var builder = Echo.CreateBuilder().Words("a");
        Delegate[] ofBuilder =
        [
            (Func<ExecFileOptions?, CancellationToken, Execution>)builder.RunAsync, (Func<ExecFileOptions?, ExecResult>)builder.Run,
            (Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<string>>)builder.ReadLinesAsync,
            (Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<OutputLine>>)builder.ReadAllLinesAsync,
            (Func<SpawnOptions?, CancellationToken, ChildProcess>)builder.Spawn, (Func<SpawnSyncOptions?, SpawnSyncResult>)builder.SpawnSync,
            (Func<ExecFileOptions?, CancellationToken, Execution>)builder.ExecFile, (Func<ExecFileOptions?, ExecResult>)builder.ExecFileSync,
            (Func<ExecOptions?, CancellationToken, Execution>)builder.Exec, (Func<ExecOptions?, ExecResult>)builder.ExecSync,
        ];
        var pipeline = new Executable("sort")["-u"] | new Executable("wc")["-l"];
        Delegate[] ofPipeline =
        [
            (Func<ExecFileOptions?, CancellationToken, PipelineExecution>)pipeline.RunAsync, (Func<ExecFileOptions?, PipelineResult>)pipeline.Run,
            (Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<string>>)pipeline.ReadLinesAsync,
            (Func<ExecFileOptions?, CancellationToken, IAsyncEnumerable<OutputLine>>)pipeline.ReadAllLinesAsync,
            (Func<SpawnOptions?, CancellationToken, ChildPipeline>)pipeline.Spawn,
            (Func<ExecFileOptions?, CancellationToken, PipelineExecution>)pipeline.ExecFile, (Func<ExecFileOptions?, PipelineResult>)pipeline.ExecFileSync,
        ];

        Assert.Equal((10, 7), (ofBuilder.Length, ofPipeline.Length));
    }

    [Fact]
    public async Task Every_verb_has_array_and_params_forms()
    {
        List<string> list = ["a", "b"];
        var captured = new ExecFileOptions { Stdout = [Output.Capture] };

        await using var spawned = Echo.Spawn(list, new SpawnOptions(), Token);
        await using var spawnedOfParams = Echo.Spawn("a", "b");
        Assert.Equal("a b\n", (await Echo.ExecFile(list, new ExecFileOptions(), Token)).Stdout);
        Assert.Equal("a b\n", (await Echo.ExecFile("a", "b")).Stdout);
        Assert.Equal("a b\n", (await Echo.Exec(list, new ExecOptions(), Token)).Stdout);
        Assert.Equal("a b\n", (await Echo.Exec("a", "b")).Stdout);
        Assert.Equal("a b\n", Echo.SpawnSync(list, new SpawnSyncOptions()).Stdout);
        Assert.Equal("a b\n", Echo.SpawnSync("a", "b").Stdout);
        Assert.Equal("a b\n", Echo.ExecFileSync(list, new ExecFileOptions()).Stdout);
        Assert.Equal("a b\n", Echo.ExecFileSync("a", "b").Stdout);
        Assert.Equal("a b\n", Echo.ExecSync(list, new ExecOptions()).Stdout);
        Assert.Equal("a b\n", Echo.ExecSync("a", "b").Stdout);
        Assert.Equal("a b\n", (await Echo.RunAsync(list, captured, Token)).Stdout);
        Func<string[], Execution> run = static arguments => Echo.RunAsync(arguments.AsSpan());
        Assert.NotNull(run);
    }

    [Fact]
    public async Task Outputs_and_results_have_these_names()
    {
        ExecFileOptions tee = new() { Stdout = [Output.Capture, Output.Inherit], SuccessExitCodes = [0, 1] };
        IReadOnlyList<Output>? outputs = tee.Stdout;
        Func<string, bool, Output> toFile = Output.ToFile;
        Func<Stream, Output> toStream = Output.ToStream;
        Func<Action<string>, Output> toLines = Output.ToLines;
        Func<Func<string, Task>, Output> toLinesOfTasks = Output.ToLines;
        Func<Func<string, ValueTask>, Output> toLinesOfValueTasks = Output.ToLines;
        Func<Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask>, Output> to = Output.To;
        Assert.All<object?>([outputs, toFile, toStream, toLines, toLinesOfTasks, toLinesOfValueTasks, to, Output.Ignore, Output.Stdout], Assert.NotNull);

        ExecResult result = await new Executable("echo")["a"].ExecFile(new() { Stdout = [Output.Capture] }, Token);
        ExitStatus status = result.Status;
        bool success = result.Success;
        IReadOnlyList<string> lines = result.StdoutLines;
        ExecResult same = result.EnsureSuccess();
        Assert.Equal((0, true, "a", true), (status.ExitCode, success, Assert.Single(lines), ReferenceEquals(result, same)));
        Assert.Equal(3, new ExecResult("out", "err", exitCode: 3).ExitCode);
        Assert.Equal(new OutputLine("a", IsError: false), Assert.Single(await new Executable("echo")["a"].ReadAllLinesAsync(cancellationToken: Token).ToListAsync(Token)));
        Assert.False(typeof(ExecException).IsAssignableFrom(typeof(ExecCanceledException)));
        Assert.True(typeof(OperationCanceledException).IsAssignableFrom(typeof(ExecCanceledException)));
    }

    [Fact]
    public async Task A_child_and_its_outputs_have_these_names()
    {
        await using var child = new Executable("sh")["-c", "echo listening; cat"].Spawn(new() { MaxUnread = 1_000_000 }, Token);
        Func<CancellationToken, Task<string?>> readLine = child.Stdout!.ReadLineAsync;
        Func<CancellationToken, IAsyncEnumerable<string>> readLines = child.Stdout.ReadLinesAsync;
        Func<Utf8LineReader> readUtf8Lines = child.Stdout.ReadUtf8Lines;
        Func<string, CancellationToken, Task<string>> waitForLine = child.Stdout.WaitForLineAsync;
        Func<Func<string, bool>, CancellationToken, Task<string>> waitForMatch = child.Stdout.WaitForLineAsync;
        Func<TimeSpan?, CancellationToken, Task<ExitStatus>> stop = child.StopAsync;
        Func<TimeSpan?, CancellationToken, Task<ExitStatus>> stopPipeline = (new Executable("true") | new Executable("true")).Spawn().StopAsync;
        Assert.All<Delegate>([readLine, readLines, readUtf8Lines, waitForMatch, stopPipeline], Assert.NotNull);

        Assert.Equal(64_000_000, child.Stdout.MaxLineLength);
        Assert.Equal("listening", await waitForLine("listening", Token));
        Assert.Equal(Signal.SIGTERM, (await stop(null, Token)).Signal);
    }

    [Fact]
    public async Task Commands_are_values()
    {
        Assert.Equal("1", (await (new Executable("printf")["b\\nb\\n"] | new Executable("sort")["-u"] | new Executable("wc")["-l"]).ExecFile()).Stdout.Trim());
        string? path = Executable.FindPath("sh");
        Assert.NotNull(path);
        ICommand command = new Executable("no-such-program")["-c", "echo $0 $*; pwd; echo $NAME"];
        var env = new Dictionary<string, string?> { ["NAME"] = "value" };

        ICommand shown = command.WithFileName(path).AppendArguments("--new-flag", "x")
            .WithOptions(new ProcessOptions { Cwd = "/", Env = env, Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal("--new-flag x\n/\nvalue\n", (await shown.ExecFile()).Stdout);
        Assert.Equal(path, shown.FileName);
        var dir = "/";
        Assert.Equal("/\n", (await Shell.Exec($"cd {dir} && pwd | tail -n 1")).Stdout);
        ICommand line = Shell.Command($"cd {dir} && pwd");
        Assert.Equal("/\n", (await line.ExecFile()).Stdout);
    }
}
