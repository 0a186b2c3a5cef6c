using TypedExec;

namespace Tour;

/// <summary>Node's <c>child_process.exec</c>: through a shell, with the output captured. Every hole is quoted.</summary>
internal static class ExecTour
{
    public static async Task RunAsync(Script script)
    {
        var options = new ExecOptions { Cwd = script.Directory, Env = script.Env };
        await Task.WhenAll(Enumerable.Range(1, 5).Select(i => RunOneAsync(i, options)));
    }

    private static async Task RunOneAsync(int i, ExecOptions options)
    {
        var execution = Node.Exec($"slave.js {i}", options);
        execution.Child.Exited += (_, status) => Console.WriteLine($"Child process exited with exit code {status.ExitCode}");
        try
        {
            var result = await execution;
            Console.Write($"stdout: {result.Stdout}");
            Console.WriteLine($"stderr: {result.Stderr}");
        }
        catch (ExecException error)
        {
            Console.WriteLine($"Error code: {error.ExitCode}");
            Console.WriteLine($"Signal received: {error.Signal}");
            Console.WriteLine(error.Message);
        }
    }
}
