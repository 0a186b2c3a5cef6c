using TypedExec.Import.Help;
using TypedExec.Import.Manual;
using TypedExec.Import.Running;

namespace TypedExec.Import.Sources;

/// <summary>Reads a program from all requested sources and merges them.</summary>
internal sealed class ProgramImport
{
    /// <summary>The sources, in the order of <see cref="SourceNames.All"/>. If they differ, the first one takes precedence.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The file or folder with Fig's specifications.</summary>
    public string? Fig { get; init; }

    /// <summary>How many levels of subcommands to read help for.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>How long each run of the program may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public required IWalkProgress Progress { get; init; }

    /// <returns>The program, and whether it had no access to the network. That is also true if it wasn't run.</returns>
    /// <exception cref="ProgramException">No source has the program.</exception>
    public async Task<(WalkedCommand Root, bool IsIsolated)> RunAsync(string program, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(program);
        var (isIsolated, walksHelp) = (true, Sources.Contains(SourceNames.Help));
        WalkedCommand? root = null;
        ProgramException? failure = null;
        if (walksHelp)
        {
            try
            {
                (root, isIsolated) = await WalkHelpAsync(program, name, words, cancellationToken);
            }
            catch (ProgramException error) when (Sources.Count > 1)
            {
                // Another source may still have the program.
                failure = error;
            }
        }

        foreach (var source in Sources.Where(source => source != SourceNames.Help).Distinct())
        {
            root = await AddAsync(root, source, program, name, words, cancellationToken);
        }

        if (root is null)
        {
            throw failure ?? new ProgramException($"no manual page for '{name}' was found");
        }

        return (failure is null ? root : root with { Problem = root.Problem ?? failure.Message }, isIsolated);
    }

    private async Task<(WalkedCommand Root, bool IsIsolated)> WalkHelpAsync(string program, string name, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var found = ProgramSearch.Find(program);
        var isolation = await Isolation.ProbeAsync(cancellationToken);
        using var runner = new HelpRunner(found, isolation, Timeout);
        var root = await new HelpWalk(runner, Progress, Depth).RunAsync(name, words, cancellationToken);
        return (TreeMerge.From(root, SourceNames.Help), runner.IsIsolated);
    }

    private async Task<WalkedCommand?> AddAsync(
        WalkedCommand? root, string source, string program, string name, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (source == SourceNames.Manual)
        {
            var manual = new ManualSource(ManualPages.OfMachine(program));
            return root is null ? await manual.ReadAllAsync(name, words, cancellationToken) : await manual.AddAsync(root, cancellationToken);
        }

        var fig = FigSource.Read(Fig!, name);
        var empty = new WalkedCommand { Names = [name], Path = [name] };
        return TreeMerge.Merge(root ?? empty, fig, source, words);
    }
}
