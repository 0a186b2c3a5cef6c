namespace TypedExec.Tests.Events;

/// <summary>
/// A handler's exception is never swallowed: like any unhandled exception, it ends the program, before any await completes.
/// </summary>
public sealed class HandlerExceptionTests
{
    [Theory]
    [InlineData("Spawned", "exit")]
    [InlineData("Exited", "exit")]
    [InlineData("Error", "exit")]
    [InlineData("Spawned", "close")]
    [InlineData("Exited", "close")]
    [InlineData("Error", "close")]
    [InlineData("Closed", "close")]
    [InlineData("Data", "close")]
    [InlineData("Spawned", "late close")]
    [InlineData("Exited", "late close")]
    [InlineData("Error", "late close")]
    [InlineData("Closed", "late close")]
    [InlineData("Data", "late close")]
    [InlineData("Spawned", "dispose")]
    [InlineData("Exited", "dispose")]
    [InlineData("Closed", "dispose")]
    [InlineData("Spawned", "execution")]
    [InlineData("Exited", "execution")]
    [InlineData("Error", "execution")]
    [InlineData("Closed", "execution")]
    [InlineData("Spawned", "pipeline execution")]
    [InlineData("Exited", "pipeline execution")]
    [InlineData("Error", "pipeline execution")]
    [InlineData("Closed", "pipeline execution")]
    [InlineData("Data", "execution")]
    [InlineData("Data of stderr", "close")]
    [InlineData("Message", "close")]
    [InlineData("Disconnected", "exit")]
    [InlineData("Exited", "stop")]
    [InlineData("Closed", "stop")]
    [InlineData("Data", "stop")]
    [InlineData("Error", "stop")]
    [InlineData("Error", "dispose")]
    [InlineData("Exited", "execution dispose")]
    [InlineData("Closed", "pipeline stop")]
    [InlineData("Error", "pipeline stop")]
    [InlineData("Closed", "pipeline dispose")]
    [InlineData("Error", "pipeline")]
    [InlineData("Closed", "pipeline")]
    public async Task A_handlers_exception_crashes_the_program_before_the_await_completes(string name, string way)
    {
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["DOTNET_DbgEnableMiniDump"] = "0" } };

        var error = await new Executable(OwnProcess.File).ExecFile(["throw-in-handler", name, way], options).FailureAsync();

        Assert.Equal(Signal.SIGABRT, error.Signal);
        Assert.Contains($"System.InvalidOperationException: thrown by a handler of {name}", error.Stderr);
    }

    [Fact]
    public async Task If_the_application_survives_it_later_events_are_still_raised()
    {
        var lines = await OwnProcess.RunAsync("survive-handlers");

        var events = lines.Split('\n');
        Assert.Equal(["closed", "survived: thrown by a handler of Data", "survived: thrown by a handler of Exited"], events.Order(StringComparer.Ordinal));
        Assert.Equal("closed", events[^1]);
    }
}
