namespace TypedExec.Tests.Pipelines;

/// <summary>A program with its arguments as a command.</summary>
internal sealed class Tool(string file, params string[] arguments) : ICommand
{
    public string FileName => file;

    public IReadOnlyList<string> ToArguments() => arguments;

    public static Tool Sh(string script) => new("sh", "-c", script);

    public static Tool Cat => new("cat");
}

/// <summary>Awaits pipelines with a time limit.</summary>
internal static class PipelineWaiting
{
    public static Task<PipelineResult> Soon(this PipelineExecution execution) => execution.AsTask().Soon();

    public static Task<ExecException> FailureAsync(this PipelineExecution execution)
        => Assert.ThrowsAsync<ExecException>(() => execution.Soon());
}
