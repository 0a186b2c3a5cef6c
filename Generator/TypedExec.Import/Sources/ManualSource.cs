using TypedExec.Import.Help;
using TypedExec.Import.Layouts;
using TypedExec.Import.Manual;

namespace TypedExec.Import.Sources;

/// <summary>Adds the content of manual pages: <c>git(1)</c> for the program, <c>git-log(1)</c> for a subcommand.</summary>
internal sealed class ManualSource(ManualPages pages)
{
    private static readonly ManualLayout Layout = new();

    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>Adds the content of its manual page to each command of the tree.</summary>
    public async Task<WalkedCommand> AddAsync(WalkedCommand command, CancellationToken cancellationToken)
    {
        var subcommands = Task.WhenAll(command.Subcommands.Select(subcommand => AddAsync(subcommand, cancellationToken)));
        var page = await ReadAsync(command.Path, cancellationToken);
        var walked = command with { Subcommands = await subcommands };
        return page is null ? walked : walked with
        {
            Description = walked.Description.Length > 0 ? walked.Description : page.Description,
            Page = SourceMerge.Merge(walked.Page, page, SourceNames.Manual),
            Sources = [.. walked.Sources, SourceNames.Manual],
            Problem = null,
            Layout = walked.Layout ?? Layout.Name,
        };
    }

    /// <summary>The program, from its manual pages only. Its subcommands are those with a page.</summary>
    /// <returns>Null if it has no page.</returns>
    public async Task<WalkedCommand?> ReadAllAsync(string program, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var root = new WalkedCommand { Names = [program], Path = [program] };
        root = words.Count > 0 ? Chain(root, words) : WithPages(root);
        var read = await AddAsync(root, cancellationToken);
        return read.All().Any(command => command.Sources.Count > 0) ? read : null;
    }

    private async Task<HelpPage?> ReadAsync(IReadOnlyList<string> path, CancellationToken cancellationToken)
    {
        if (pages.Find(string.Join('-', path)) is not { } file)
        {
            return null;
        }

        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await ManualText.ReadAsync(file, cancellationToken) is { } text ? Layout.ReadPage(text, path) : null;
        }
        finally
        {
            _turns.Release();
        }
    }

    private static WalkedCommand Chain(WalkedCommand parent, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return parent;
        }

        var next = new WalkedCommand { Names = [words[0]], Path = [.. parent.Path, words[0]] };
        return parent with { Subcommands = [Chain(next, [.. words.Skip(1)])] };
    }

    private WalkedCommand WithPages(WalkedCommand command)
    {
        var prefix = string.Join('-', command.Path);
        var names = pages.Below(prefix).Select(page => page[(prefix.Length + 1)..]).ToList();

        // "docker-container-ls" is below "docker-container" if that has a page.
        var direct = names.Where(name => !names.Any(other => name.StartsWith(other + "-", StringComparison.Ordinal)));
        return command with
        {
            Subcommands = [.. direct.Select(name => WithPages(new WalkedCommand { Names = [name], Path = [.. command.Path, name] }))],
        };
    }
}
