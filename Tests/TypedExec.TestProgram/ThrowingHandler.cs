using System.Runtime.ExceptionServices;

namespace TypedExec.TestProgram;

/// <summary>
/// A handler throws. The program awaits the child in some way and would exit with 0 if the exception were swallowed, or came
/// late.
/// </summary>
internal static class ThrowingHandler
{
    /// <param name="name">The event whose handler throws.</param>
    /// <param name="way">What is awaited after that.</param>
    public static async Task<int> RunAsync(string name, string way)
    {
        try
        {
            await AwaitAsync(name, way);
        }
        catch (ExecException)
        {
            // As if a failure were expected.
        }

        return 0;
    }

    /// <summary>Does the same in an application that survives it: prints the events that still follow.</summary>
    public static async Task<int> SurviveAsync()
    {
        ExceptionHandling.SetUnhandledExceptionHandler(static exception =>
        {
            Console.WriteLine($"survived: {exception.Message}");
            return true;
        });
        var child = new Executable("sh").Spawn("-c", "echo text");
        child.Stdout!.Data += (_, e) => Throw("Data");
        child.Exited += (_, _) => Throw("Exited");
        child.Closed += (_, _) => Console.WriteLine("closed");
        await child.WaitForCloseAsync();
        return 0;
    }

    private static async Task AwaitAsync(string name, string way)
    {
        var program = name == "Error" ? "/no/such" : "sh";
        string[] arguments = ["-c", "echo text; echo text >&2"];
        switch (way)
        {
            case "execution":
                var execution = new Executable(program).ExecFile(arguments);
                Add(name, execution.Child);
                await execution;
                break;
            case "pipeline execution":
                var pipelineExecution = Pipeline(program).ExecFile();
                Add(name, pipelineExecution.Stages[0]);
                await pipelineExecution;
                break;
            case "execution dispose":
                var disposed = new Executable(program).ExecFile(arguments);
                Add(name, disposed.Child);
                await disposed.DisposeAsync();
                break;
            case "pipeline" or "pipeline stop" or "pipeline dispose":
                var pipeline = Pipeline(program).Spawn(new() { Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore] });
                Add(name, pipeline.Stages[0]);
                await (way switch
                {
                    "pipeline" => pipeline.WaitForCloseAsync(),
                    "pipeline stop" => pipeline.StopAsync(),
                    _ => pipeline.DisposeAsync().AsTask(),
                });
                break;
            case var _ when name is "Message" or "Disconnected":
                await AwaitAsync(name, way, new Executable(Environment.ProcessPath!).Fork("ipc-burst", ["1"]));
                break;
            default:
                await AwaitAsync(name, way, new Executable(program).Spawn(arguments));
                break;
        }
    }

    private static async Task AwaitAsync(string name, string way, ChildProcess child)
    {
        if (way == "late close")
        {
            if (name != "Data")
            {
                child.Stdout?.Data += (_, _) => { };
            }

            await ((Task)child.WaitForCloseAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Add(name, child);
        await (way switch
        {
            "exit" => child.WaitForExitAsync(),
            "dispose" => child.DisposeAsync().AsTask(),
            "stop" => child.StopAsync(),
            _ => child.WaitForCloseAsync(),
        });
    }

    private static Pipeline Pipeline(string program) => new Line(program, "-c", "echo text") | new Line("cat");

    private static void Add(string name, ChildProcess child)
    {
        switch (name)
        {
            case "Message":
                child.Message += (_, _) => Throw(name);
                break;
            case "Disconnected":
                child.Disconnected += (_, _) => Throw(name);
                break;
            case "Data of stderr":
                child.Stderr!.Data += (_, _) => Throw(name);
                break;
            case "Spawned":
                child.Spawned += (_, _) => Throw(name);
                break;
            case "Exited":
                child.Exited += (_, _) => Throw(name);
                break;
            case "Error":
                child.Error += (_, _) => Throw(name);
                break;
            case "Closed":
                child.Closed += (_, _) => Throw(name);
                break;
            case "Data":
                child.Stdout!.Data += (_, _) => Throw(name);
                break;
        }
    }

    private static void Throw(string name) => throw new InvalidOperationException($"thrown by a handler of {name}");

    private sealed class Line(string program, params string[] arguments) : ICommand
    {
        string ICommand.FileName => program;

        public IReadOnlyList<string> ToArguments() => arguments;
    }
}
