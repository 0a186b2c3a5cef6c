namespace TypedExec.TestProgram;

/// <summary>What the tests run in a process of its own. Each prints what it observed to stdout.</summary>
internal static class Scenarios
{
    public static Task<int> RunAsync(string scenario, string[] args) => scenario switch
    {
        "throw-in-handler" => ThrowingHandler.RunAsync(args[0], args[1]),
        "survive-handlers" => ThrowingHandler.SurviveAsync(),
        "descriptors" => DescriptorCount.RunAsync(int.Parse(args[0], null)),
        "descriptor-limit" => DescriptorLimit.RunAsync(),
        "children" => ChildCount.RunAsync(int.Parse(args[0], null)),
        "spawn-as" => SpawnAs.RunAsync(args),
        "spawn-many-as" => SpawnManyAs.RunAsync(uint.Parse(args[0], null), int.Parse(args[1], null)),
        "status-as" => StatusAs.RunAsync(args[0], args[1], args is [_, _, "undumpable"]),
        "attack" => Attack.RunAsync(args[0], int.Parse(args[1], null)),
        "ignored-sigchld" => IgnoredSigchld.RunAsync(),
        "pipelines" => PipelineCount.RunAsync(int.Parse(args[0], null)),
        "descriptor-steps" => DescriptorSteps.RunAsync(),
        "process-limit" => ProcessLimit.RunAsync(),
        "closed-stdio" => ClosedStdio.RunAsync(args[0]),
        "deleted-directory" => DeletedDirectory.RunAsync(args[0]),
        "family" => Family.RunAsync(args[0], args[1]),
        "family-starting" => Family.KeepStartingAsync(),
        "watchdogs" => WatchdogCount.RunAsync(int.Parse(args[0], null)),
        "exec-file" => ExecFileOf.RunAsync(args),
        "ipc-echo" => IpcChild.EchoAsync(),
        "ipc-burst" => IpcChild.BurstAsync(int.Parse(args[0], null)),
        "ipc-report" => IpcChild.ReportAsync(args),
        "ipc-await-disconnect" => IpcChild.AwaitDisconnectAsync(args[0]),
        "ipc-disconnect" => IpcChild.DisconnectAsync(),
        "ipc-parent-of" => IpcChild.ParentOfAsync(args[0]),
        "arguments" => Simple.PrintArgumentsAsync(args),
        "variables" => Simple.PrintVariablesAsync(args),
        "directory" => Simple.PrintDirectoryAsync(),
        "copy" => Simple.CopyAsync(),
        "fill" => Simple.FillAsync(int.Parse(args[0], null)),
        "write-both" => Simple.WriteBothAsync(args[0], args[1]),
        "wait" => Simple.WaitAsync(),
        "parent-that" => Simple.ParentAsync(args[0], args is [_, "kill-on-exit"]),
        "inherit" => Simple.InheritAsync(args),
        "exit" => Task.FromResult(int.Parse(args[0], null)),
        "handles" => HandleCount.RunAsync(int.Parse(args[0], null)),
        _ => throw new ArgumentException($"No such scenario: {scenario}", nameof(scenario)),
    };
}
