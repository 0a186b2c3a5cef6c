using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace TypedExec.Extensions.Tests;

/// <summary>The spans of commands, as the OpenTelemetry SDK gets them.</summary>
public sealed class SpanTests : IDisposable
{
    private readonly ConcurrentBag<Activity> _exported = [];
    private readonly TracerProvider _provider;
    private readonly Activity _parent = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

    public SpanTests()
    {
        _parent.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        _provider = Sdk.CreateTracerProviderBuilder().AddSource(CommandTelemetry.Name).AddInMemoryExporter(new BagCollection<Activity>(_exported)).Build();
    }

    public void Dispose()
    {
        _provider.Dispose();
        _parent.Dispose();
    }

    [Fact]
    public async Task A_command_is_a_client_span_that_ends_before_the_await_completes()
    {
        var result = await new Executable("sh").ExecFile("-c", "echo x");

        var span = Assert.Single(Own);
        Assert.Equal(("sh", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(_parent.SpanId, span.ParentSpanId);
        Assert.Equal("sh", span.GetTagItem("process.executable.name"));
        Assert.Equal(0, span.GetTagItem("process.exit.code"));
        Assert.True(span.GetTagItem("process.pid") is > 0);
        Assert.Null(span.GetTagItem("process.command_args"));
        Assert.Null(span.GetTagItem("error.type"));
        Assert.Equal("x\n", result.Stdout);
        Assert.Same(_parent, Activity.Current);
    }

    public static TheoryData<string, Func<Executable, Task>> Ways => new()
    {
        { "ExecFile", async static sh => await sh.ExecFile(new ExecFileOptions { ThrowOnFailure = false }) },
        { "ExecFileSync", static sh => Task.FromResult(sh.ExecFileSync(new() { ThrowOnFailure = false })) },
        { "SpawnSync", static sh => Task.FromResult(sh.SpawnSync()) },
        { "Spawn, exit", static sh => sh.Spawn().WaitForExitAsync() },
        { "Spawn, close", static sh => sh.Spawn().WaitForCloseAsync() },
        { "a pipeline", async static sh => await (sh | new Executable("cat")).ExecFile(new() { ThrowOnFailure = false }) },
        { "a pipeline, sync", static sh => Task.FromResult((sh | new Executable("cat")).ExecFileSync(new() { ThrowOnFailure = false })) },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_verb_has_its_span(string way, Func<Executable, Task> run)
    {
        await run(new Executable("sh", "-c", "exit 7")).Soon();

        var span = Own.Single(static span => span.DisplayName == "sh");
        Assert.Equal((7, "7", ActivityStatusCode.Error), (span.GetTagItem("process.exit.code"), span.GetTagItem("error.type"), span.Status));
        Assert.Equal(way.StartsWith("a pipeline", StringComparison.Ordinal) ? 2 : 1, Own.Length);
    }

    [Fact]
    public async Task The_error_type_names_the_cause()
    {
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable("no-such-program").ExecFile("x"));
        Assert.Throws<ExecException>(() => new Executable("no-such-program-sync").ExecFileSync());
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable("sleep").ExecFile(["60"], new() { Timeout = TimeSpan.FromMilliseconds(50) }));
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable("head").ExecFile(["-c", "9", "/dev/zero"], new() { MaxBuffer = 1 }));
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable("sh").ExecFile("-c", "kill -9 $$"));
        using var cancellation = new CancellationTokenSource();
        var cancelled = new Executable("tail").ExecFile(["-f", "/dev/null"], null, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<ExecCanceledException>(async () => await cancelled);

        var errors = Own.ToDictionary(static span => span.DisplayName, static span => span.GetTagItem("error.type"));
        Assert.Equal("ENOENT", errors["no-such-program"]);
        Assert.Equal("ENOENT", errors["no-such-program-sync"]);
        Assert.Equal("timeout", errors["sleep"]);
        Assert.Equal("SIGKILL", errors["sh"]);
        Assert.Equal("cancelled", errors["tail"]);
        Assert.Contains("head", errors.Keys);
    }

    [Fact]
    public async Task Accepted_exit_codes_and_intended_stops_are_not_errors()
    {
        await new Executable("sh").ExecFile(["-c", "exit 1"], new() { SuccessExitCodes = [0, 1] });
        await new Executable("sleep").Spawn("60").StopAsync().Soon();

        Assert.Equal(2, Own.Length);
        Assert.All(Own, static span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
    }

    [Fact]
    public async Task StopAsync_completes_after_the_span_has_ended()
    {
        var child = new Executable("sleep").Spawn("60");
        await child.StopAsync().Soon();
        Assert.Single(Own);

        await new Executable("sleep").Spawn("60").DisposeAsync();
        Assert.Equal(2, Own.Length);
    }

    [Fact]
    public async Task Arguments_are_recorded_on_request_with_secrets_masked()
    {
        CommandTelemetry.IncludeArguments = true;
        try
        {
            await new Login { Token = "hunter2" }.ExecFile();
        }
        finally
        {
            CommandTelemetry.IncludeArguments = false;
        }

        Assert.Equal(["echo", "--token=***"], Assert.IsType<string[]>(Own.Single().GetTagItem("process.command_args")));
    }

    [Fact]
    public async Task The_child_receives_its_spans_context_on_request()
    {
        var options = new ExecFileOptions { PropagateTraceContext = true };
        var asked = (await new Executable("sh").ExecFile(["-c", "echo $TRACEPARENT"], options)).Stdout.Trim();
        var askedSync = new Executable("sh").ExecFileSync(["-c", "echo $TRACEPARENT"], options).Stdout.Trim();
        var not = (await new Executable("printenv").ExecFile(["TRACEPARENT"], new() { ThrowOnFailure = false })).Stdout;

        Assert.Equal("", not);
        var ids = Own.Where(static span => span.DisplayName == "sh").Select(static span => span.Id).ToHashSet();
        Assert.Contains(asked, ids);
        Assert.Contains(askedSync, ids);
    }

    [Fact]
    public async Task Listeners_run_on_time_and_never_on_the_event_loop()
    {
        var threads = new ConcurrentBag<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == CommandTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => threads.Add(Thread.CurrentThread.IsThreadPoolThread ? "pool" : Thread.CurrentThread.Name),
        };
        ActivitySource.AddActivityListener(listener);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(static _ => new Executable("true").ExecFile([]).AsTask())).Soon();

        Assert.All(threads.Where(static name => name is not null), static name => Assert.DoesNotContain("loop", name, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(20, Own.Length);
    }

    /// <summary>Gets those of this test, because others run at the same time.</summary>
    private Activity[] Own => [.. _exported.Where(span => span.TraceId == _parent.TraceId).OrderBy(static span => span.StartTimeUtc)];
}

/// <summary>A command with a secret.</summary>
[Command("echo")]
internal sealed partial class Login
{
    [Option("--token", Separator = "=", Secret = true)] public string? Token { get; init; }
}
