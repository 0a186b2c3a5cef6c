using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>Starts children until no descriptor is left, then frees them and starts another one.</summary>
internal static partial class DescriptorLimit
{
    private const int RLIMIT_NOFILE = 7;

    public static async Task<int> RunAsync()
    {
        // What the runtime loads needs descriptors too, so everything that is used below is used once before.
        await new Executable("true").ExecFile();
        await new Executable("cat").Spawn().DisposeAsync();
        _ = await ErrorOfAsync(new Executable("/no/such").Spawn());
        var limit = (ulong)Directory.GetFileSystemEntries("/proc/self/fd").Length + 30;
        _ = SetLimit(RLIMIT_NOFILE, [limit, limit]);
        var children = new List<ChildProcess>();
        ExecException? failure = null;
        while (failure is null)
        {
            var child = new Executable("cat").Spawn();
            children.Add(child);
            if (child.Pid is null)
            {
                failure = await ErrorOfAsync(child);
            }
        }

        foreach (var child in children)
        {
            await child.DisposeAsync();
        }

        await new Executable("true").ExecFile();
        Console.WriteLine($"{failure.Code}\nrecovered");
        return 0;
    }

    private static async Task<ExecException> ErrorOfAsync(ChildProcess child)
    {
        var raised = new TaskCompletionSource<Exception>();
        child.Error += (_, e) => raised.SetResult(e.Exception);
        return (ExecException)await raised.Task;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ulong[] limits);
}
