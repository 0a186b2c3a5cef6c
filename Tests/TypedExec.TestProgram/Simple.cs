using System.Text;

namespace TypedExec.TestProgram;

/// <summary>Replaces sh, cat and sleep, which Windows lacks.</summary>
internal static class Simple
{
    /// <summary>Prints the arguments in UTF-8, each followed by a NUL.</summary>
    public static Task<int> PrintArgumentsAsync(string[] args)
        => WriteAsync(string.Concat(args.Select(static argument => argument + '\0')));

    /// <summary>Prints the values of environment variables, one per line; a missing one is <c>(none)</c>.</summary>
    public static Task<int> PrintVariablesAsync(string[] names)
        => WriteAsync(string.Concat(names.Select(static name => (Environment.GetEnvironmentVariable(name) ?? "(none)") + '\n')));

    public static Task<int> PrintDirectoryAsync() => WriteAsync(Environment.CurrentDirectory);

    /// <summary>Copies stdin to stdout.</summary>
    public static async Task<int> CopyAsync()
    {
        await using var stdin = Console.OpenStandardInput();
        await using var stdout = Console.OpenStandardOutput();
        await stdin.CopyToAsync(stdout);
        return 0;
    }

    /// <summary>Writes a number of bytes to stdout and as many to stderr.</summary>
    public static async Task<int> FillAsync(int bytes)
    {
        var stdout = Task.Run(() => Fill(Console.OpenStandardOutput(), bytes));
        var stderr = Task.Run(() => Fill(Console.OpenStandardError(), bytes));
        await Task.WhenAll(stdout, stderr);
        return 0;
    }

    /// <summary>Writes a text to stdout and another one to stderr.</summary>
    public static async Task<int> WriteBothAsync(string stdout, string stderr)
    {
        await WriteAsync(stdout);
        await using var error = Console.OpenStandardError();
        await error.WriteAsync(Encoding.UTF8.GetBytes(stderr));
        return 0;
    }

    /// <summary>Runs itself with another scenario that writes to the same outputs.</summary>
    public static async Task<int> InheritAsync(string[] args)
    {
        var child = new Executable(Environment.ProcessPath!).Spawn(args, new SpawnOptions { Stdio = [Stdio.Inherit, Stdio.Inherit, Stdio.Inherit] });
        return (await child.WaitForCloseAsync()).ExitCode ?? 1;
    }

    /// <summary>Runs a program that inherits the specified descriptor of this process.</summary>
    public static async Task<int> HandOnAsync(int descriptor, string program, string[] args)
    {
        var stdio = Enumerable.Repeat(Stdio.Ignore, descriptor).Append(Stdio.Inherit).ToArray();
        return (await new Executable(program).Spawn(args, new SpawnOptions { Stdio = stdio }).WaitForCloseAsync()).ExitCode ?? 1;
    }

    /// <summary>Reports that it is running, and waits until it is killed.</summary>
    public static async Task<int> WaitAsync()
    {
        await WriteAsync($"{Environment.ProcessId}\n");
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 0;
    }

    /// <summary>Starts a child that waits, prints the child's process ID, and waits itself or exits.</summary>
    public static async Task<int> ParentAsync(string what, bool killOnParentExit)
    {
        var child = new Executable(Environment.ProcessPath!).Spawn(["wait"], Options(killOnParentExit));
        await foreach (var line in child.Stdout!.ReadLinesAsync())
        {
            await WriteAsync(line + "\n");
            break;
        }

        if (what == "waits")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }

        return 0;
    }

    private static SpawnOptions Options(bool killOnParentExit) => new()
    {
        Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Ignore],
        KillOnParentExit = killOnParentExit,
    };

    private static async Task<int> WriteAsync(string text)
    {
        await using var stdout = Console.OpenStandardOutput();
        await stdout.WriteAsync(Encoding.UTF8.GetBytes(text));
        return 0;
    }

    private static void Fill(Stream stream, int bytes)
    {
        var buffer = new byte[10_000];
        for (; bytes > 0; bytes -= buffer.Length)
        {
            stream.Write(buffer, 0, Math.Min(bytes, buffer.Length));
        }
    }
}
