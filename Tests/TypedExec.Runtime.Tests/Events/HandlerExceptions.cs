namespace TypedExec.Tests.Events;

/// <summary>A handler's exception is never swallowed: like any unhandled one it ends the program.</summary>
public sealed class HandlerExceptions
{
    [Theory]
    [InlineData("Spawned")]
    [InlineData("Exited")]
    [InlineData("Error")]
    [InlineData("Closed")]
    [InlineData("Data")]
    public async Task An_exception_of_a_handler_crashes_the_program_with_it(string name)
    {
        var options = new ExecFileOptions { Env = new Dictionary<string, string?> { ["DOTNET_DbgEnableMiniDump"] = "0" } };

        var error = await new Executable(OwnProcess.File).ExecFile(["throw-in-handler", name], options).FailureAsync();

        Assert.Equal(Signal.SIGABRT, error.Signal);
        Assert.Contains($"System.InvalidOperationException: thrown by a handler of {name}", error.Stderr);
    }
}
