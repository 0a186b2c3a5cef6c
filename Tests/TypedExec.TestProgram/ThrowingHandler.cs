namespace TypedExec.TestProgram;

/// <summary>A handler throws, and the program would exit 0 if that were swallowed.</summary>
internal static class ThrowingHandler
{
    public static async Task<int> RunAsync(string name)
    {
        var child = new Executable(name == "Error" ? "/no/such" : "sh").Spawn("-c", "echo text");
        switch (name)
        {
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

        // The exception ends the process; nothing else does.
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 0;
    }

    private static void Throw(string name) => throw new InvalidOperationException($"thrown by a handler of {name}");
}
