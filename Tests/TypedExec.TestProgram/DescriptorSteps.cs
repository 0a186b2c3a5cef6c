namespace TypedExec.TestProgram;

/// <summary>
/// Spawns in every way with room for zero, one, two and more descriptors, so that each step of a spawn once has none left. Prints
/// the resulting codes, and the process's descriptors before and after.
/// </summary>
internal static class DescriptorSteps
{
    private const int MostSteps = 24;
    private static readonly Executable True = new("true");

    public static async Task<int> RunAsync()
    {
        await RunAllAsync([]);
        var before = OwnState.Descriptors();
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var soft = Limits.Soft(Limits.Descriptors);
        for (var room = 0; room <= MostSteps; room++)
        {
            var highest = Directory.GetFileSystemEntries("/proc/self/fd").Max(static path => int.Parse(Path.GetFileName(path), null));
            // Free numbers below the highest one are room too, and are used first.
            var fillers = new List<FileStream>();
            while (fillers.Count == 0 || fillers[^1].SafeFileHandle.DangerousGetHandle() < highest)
            {
                fillers.Add(File.OpenRead("/dev/null"));
            }

            Limits.SetSoft(Limits.Descriptors, (ulong)fillers[^1].SafeFileHandle.DangerousGetHandle() + 1 + (ulong)room);
            try
            {
                await RunAllAsync(codes);
            }
            finally
            {
                Limits.SetSoft(Limits.Descriptors, soft);
                fillers.ForEach(static filler => filler.Dispose());
            }
        }

        await True.ExecFile();
        Console.WriteLine($"{string.Join(' ', codes)}\n{before} {OwnState.Descriptors()} {OwnState.Children()}");
        return 0;
    }

    private static async Task RunAllAsync(SortedSet<string> codes)
    {
        Stdio[] many = [Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Pipe, Stdio.Ipc];
        await NoteAsync(codes, () => True.Spawn().WaitForCloseAsync());
        await NoteAsync(codes, () => True.Spawn([], new SpawnOptions { Stdio = many }).WaitForCloseAsync());
        await NoteAsync(codes, () => True.Spawn([], new SpawnOptions { KillOnParentExit = true }).WaitForCloseAsync());
        await NoteAsync(codes, () => True.ExecFile().AsTask());
        await NoteAsync(codes, () => (new Stage() | new Stage() | new Stage()).ExecFile().AsTask());
        await NoteAsync(codes, () => Task.FromResult(True.ExecFileSync([])));
        await NoteAsync(codes, () => Task.FromResult((new Stage() | new Stage()).ExecFileSync()));
    }

    private static async Task NoteAsync(SortedSet<string> codes, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ExecException exception)
        {
            codes.Add(exception.Code ?? "no code");
        }
    }

    private sealed class Stage : ICommand
    {
        string ICommand.FileName => "true";

        public IReadOnlyList<string> ToArguments() => [];
    }
}
