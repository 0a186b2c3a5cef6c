using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using TypedExec.Testing;

namespace TypedExec.Extensions.Tests;

/// <summary>The settings of a service apply to the whole process, so these tests run while no others do.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;

/// <summary>The settings of a service for its commands, and the information that it gets about them.</summary>
[Collection(nameof(WholeProcess))]
public sealed class ServiceTests
{
    private static readonly Executable Sleep = new("sleep", "60");

    [Fact]
    public async Task Each_command_is_logged_with_its_secrets_masked()
    {
        await using var provider = Provide();
        await new Login { Token = "hunter2" }.ExecFile();
        new Executable("sh", "-c", "exit 3").SpawnSync();
        await Assert.ThrowsAsync<ExecException>(async () => await new Executable("no-such-program").ExecFile("x"));

        var records = provider.GetFakeLogCollector().GetSnapshot();
        Assert.All(records, static record => Assert.Equal("TypedExec.Commands", record.Category));
        Assert.Equal(
            [(1, LogLevel.Debug), (2, LogLevel.Information), (1, LogLevel.Debug), (3, LogLevel.Warning), (4, LogLevel.Error)],
            records.Select(static record => (record.Id.Id, record.Level)));
        Assert.Matches(@"^echo --token=\*\*\* \(process \d+\) ended with exit code 0 after \d+ ms\.$", records[1].Message);
        Assert.Matches(@"^sh -c exit 3 \(process \d+\) failed \(3\): it ended with exit code 3 after \d+ ms\.$", records[3].Message);
        Assert.Equal("no-such-program x could not be started: ENOENT.", records[4].Message);
        Assert.DoesNotContain(records, static record => record.Message.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal("3", records[3].GetStructuredStateValue("ErrorType"));
    }

    [Fact]
    public async Task A_host_starts_with_the_application_and_ends_when_disposed()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddFakeLogging().SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddTypedExec();
        FakeLogCollector log;
        using (var host = builder.Build())
        {
            log = host.Services.GetFakeLogCollector();
            await host.StartAsync();
            new Executable("true").ExecFileSync();
            await host.StopAsync();
        }

        var count = log.GetSnapshot().Count(static record => record.Category == "TypedExec.Commands");
        new Executable("true").ExecFileSync();
        Assert.Equal(2, count);
        Assert.Equal(2, log.GetSnapshot().Count(static record => record.Category == "TypedExec.Commands"));
    }

    [Fact]
    public async Task Defaults_apply_to_every_run_that_does_not_override_them()
    {
        await using var provider = Provide(static o =>
        {
            o.Defaults = new ProcessOptions { Timeout = TimeSpan.FromMilliseconds(50), Env = new Dictionary<string, string?> { ["A"] = "service", ["B"] = "service" } };
            o.MaxBuffer = 3;
        });

        Assert.True((await Assert.ThrowsAsync<ExecException>(async () => await Sleep.ExecFile())).TimedOut);
        Assert.Equal("ETIMEDOUT", (Sleep.SpawnSync().Error as ExecException)?.Code);
        Assert.Equal(Signal.SIGTERM, (await Sleep.Spawn().WaitForCloseAsync().Soon()).Signal);
        var env = new Executable("sh", "-c", "sleep 0.2; echo $A $B").WithOptions(new() { Timeout = Timeout.InfiniteTimeSpan, Env = new Dictionary<string, string?> { ["B"] = "own" } });
        Assert.Equal("service own\n", (await env.ExecFile(new() { MaxBuffer = 100 })).Stdout);
        Assert.Equal("ERR_CHILD_PROCESS_STDIO_MAXBUFFER", (await Assert.ThrowsAsync<ExecException>(async () => await env.ExecFile())).Code);
    }

    [Fact]
    public async Task No_more_than_MaxConcurrent_children_run_at_once()
    {
        await using var provider = Provide(static o => o.MaxConcurrent = 2);
        await using var fake = new FakeCommands();
        var (running, most) = (0, 0);
        fake.When("work").Runs(async child =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Delay(20);
            Interlocked.Decrement(ref running);
            return 0;
        });
        var work = new Executable("work");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? work.ExecFile().AsTask() : Task.Run(() => work.ExecFileSync()))).WaitAsync(Waiting.Bound);

        Assert.Equal(10, fake.Calls.Count);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_full_queue_rejects_and_waiting_runs_start_when_a_child_exits()
    {
        await using var provider = Provide(static o => (o.MaxConcurrent, o.QueueLimit) = (1, 1));
        await using var first = Sleep.Spawn();
        var waiting = new Executable("echo", "second").ExecFile();

        var error = await Assert.ThrowsAsync<ExecException>(async () => await new Executable("echo", "third").ExecFile());

        Assert.Equal("EAGAIN", error.Code);
        Assert.Equal("echo third was not started: 1 children are already running (MaxConcurrent), and the queue of 1 is full (QueueLimit).", error.Message);
        Assert.Equal("EAGAIN", Assert.Throws<ExecException>(() => new Executable("echo", "third").ExecFileSync()).Code);
        Assert.Equal("EAGAIN", (new Executable("echo", "third").SpawnSync().Error as ExecException)?.Code);
        Assert.Equal("EAGAIN", (await Assert.ThrowsAsync<ExecException>(() => Sleep.Spawn().WaitForExitAsync())).Code);
        Assert.Throws<InvalidOperationException>(() => waiting.Child);
        await first.StopAsync().Soon();
        Assert.Equal("second\n", (await waiting.AsTask().WaitAsync(Waiting.Bound)).Stdout);
        Assert.NotNull(waiting.Child.Pid);
    }

    [Fact]
    public async Task Waiting_counts_against_the_timeout_and_cancellation_leaves_the_queue()
    {
        await using var provider = Provide(static o => (o.MaxConcurrent, o.QueueLimit) = (1, 1));
        await using var first = Sleep.Spawn();
        var brief = new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(50) };
        var echo = new Executable("echo", "x");

        var error = await Assert.ThrowsAsync<ExecException>(async () => await echo.ExecFile(brief));
        Assert.True(error.TimedOut);
        Assert.Equal("echo x timed out after 00:00:00.0500000 while it waited for other children to exit; it was not started.", error.Message);
        Assert.True(Assert.Throws<ExecException>(() => echo.ExecFileSync(brief)).TimedOut);
        using (var cancellation = new CancellationTokenSource())
        {
            var cancelled = echo.ExecFile(cancellationToken: cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAsync<ExecCanceledException>(async () => await cancelled);
        }

        await using (var disposed = echo.ExecFile())
        {
        }

        // The only place in the queue is free again each time.
        var last = (echo | new Executable("cat")).ExecFile();
        Assert.Equal("EAGAIN", (await Assert.ThrowsAsync<ExecException>(async () => await last)).Code);
        var next = echo.ExecFile();
        await first.StopAsync().Soon();
        Assert.Equal("x\n", (await next.AsTask().WaitAsync(Waiting.Bound)).Stdout);
    }

    [Fact]
    public async Task Every_kind_of_end_releases_its_slot()
    {
        await using var provider = Provide(static o => (o.MaxConcurrent, o.QueueLimit) = (2, 0));
        var echo = new Executable("echo", "x");
        for (var i = 0; i < 3; i++)
        {
            await echo.ExecFile();
            echo.ExecFileSync();
            await (echo | echo).ExecFile();
            (echo | echo).ExecFileSync();
            await Assert.ThrowsAsync<ExecException>(async () => await new Executable("no-such-program").ExecFile());
            await new Executable("no-such-program").Spawn().DisposeAsync();
            await (echo | new Executable("no-such-program")).Spawn().DisposeAsync();
            await echo.Spawn().WaitForExitAsync().Soon();
            await (echo | echo).Spawn().WaitForExitAsync().Soon();
            await Sleep.Spawn().DisposeAsync();
            await Assert.ThrowsAsync<ExecException>(async () => await Sleep.ExecFile(new ExecFileOptions { Timeout = TimeSpan.FromMilliseconds(20) }));
            Assert.Equal(["x"], await echo.ReadLinesAsync().ToArrayAsync());
        }

        Assert.Equal("x\n", (await (echo | echo).ExecFile()).Stdout);
    }

    [Fact]
    public async Task A_capture_budget_fails_only_the_run_that_exceeds_it()
    {
        await using var provider = Provide(static o => o.MaxCapturedBytes = 1_000_000);
        var small = new Executable("head", "-c", "100000", "/dev/zero");
        var large = new Executable("head", "-c", "5000000", "/dev/zero");

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(100_000, (await small.ExecFile()).StdoutBytes.Length);
            Assert.Equal(100_000, small.ExecFileSync().StdoutBytes.Length);
        }

        var error = await Assert.ThrowsAsync<ExecException>(async () => await large.ExecFile());
        Assert.Equal("ENOMEM", error.Code);
        Assert.Contains("1000000 captured bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal("ENOMEM", Assert.Throws<ExecException>(() => large.ExecFileSync()).Code);
        Assert.Equal(100_000, (await small.ExecFile()).StdoutBytes.Length);
    }

    [Fact]
    public async Task A_command_interface_comes_from_the_services_with_its_options()
    {
        var services = new ServiceCollection();
        services.AddTypedExec();
        services.AddCommand<IGit>(static o => o.Defaults = new ProcessOptions { Cwd = "/srv" });
        await using var provider = services.BuildServiceProvider();
        await using var fake = new FakeCommands();
        fake.When("git", "rev-parse", Any.Rest).Returns("main\n");

        Assert.Equal("main", await provider.GetRequiredService<IGit>().CurrentBranchAsync());
        Assert.Equal("/srv", fake.Calls[0].Cwd);
        Assert.Same(provider.GetRequiredService<IGit>(), provider.GetRequiredService<IGit>());
    }

    [Fact]
    public async Task A_command_interface_takes_its_options_in_one_expression()
    {
        var services = new ServiceCollection();
        services.AddCommand<IGit>(static o => o with { Cwd = "/srv" });
        await using var provider = services.BuildServiceProvider();
        await using var fake = new FakeCommands();
        fake.When("git").Returns("main");

        await provider.GetRequiredService<IGit>().CurrentBranchAsync();

        Assert.Equal("/srv", fake.Calls[0].Cwd);
    }

    [Fact]
    public void A_type_that_is_not_a_command_interface_is_rejected()
        => Assert.Throws<ArgumentException>(static () => new ServiceCollection().AddCommand<IDisposable>());

    [Theory]
    [InlineData("git version 2.39.5 (Debian)", "2.30", HealthStatus.Healthy, "git 2.39.5 is there.")]
    [InlineData("git version 2.29.1", "2.30", HealthStatus.Unhealthy, "git 2.29.1 is older than 2.30.")]
    [InlineData("git version unknown", "2.30", HealthStatus.Unhealthy, "git doesn't print a version.")]
    [InlineData("anything", null, HealthStatus.Healthy, "git is there.")]
    public async Task A_health_check_asks_a_program_for_its_version(string printed, string? minimum, HealthStatus status, string description)
    {
        await using var fake = new FakeCommands();
        fake.When("git", "--version").Returns(printed);
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks().AddCheck("git", new CommandHealthCheck("git", minimum is null ? null : Version.Parse(minimum)));
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.Equal((status, description), (report.Entries["git"].Status, report.Entries["git"].Description));
    }

    [Fact]
    public async Task A_health_check_distinguishes_a_missing_program_from_a_failing_one()
    {
        await using var fake = new FakeCommands();
        fake.When("git").FailsToStart().ThenReturns(stderr: "secret", exitCode: 1);
        var check = new CommandHealthCheck("git");
        var context = new HealthCheckContext { Registration = new HealthCheckRegistration("git", check, HealthStatus.Degraded, null) };

        var gone = await check.CheckHealthAsync(context);
        var failed = await check.CheckHealthAsync(context);

        Assert.Equal((HealthStatus.Degraded, "git is not installed."), (gone.Status, gone.Description));
        Assert.Equal((HealthStatus.Degraded, "git failed."), (failed.Status, failed.Description));
    }

    [Fact]
    public async Task Impossible_options_are_rejected_at_startup()
    {
        var services = new ServiceCollection();
        services.AddTypedExec(static o => (o.MaxConcurrent, o.QueueLimit, o.Defaults) = (0, -1, new SpawnOptions()));
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.UseTypedExec());

        Assert.Equal(3, error.Failures.Count());
    }

    /// <summary>Created in the test's own call flow, so that tests that run at the same time stay separate.</summary>
    private static ServiceProvider Provide(Action<TypedExecOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(static logging => logging.AddFakeLogging().SetMinimumLevel(LogLevel.Debug));
        services.AddTypedExec(configure);
        var provider = services.BuildServiceProvider();
        provider.UseTypedExec();
        return provider;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}

/// <summary>Typed methods.</summary>
[Command("git")]
internal partial interface IGit
{
    [Run("rev-parse --abbrev-ref HEAD")]
    Task<string> CurrentBranchAsync(CancellationToken cancellationToken = default);
}
