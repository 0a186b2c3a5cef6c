using TypedExec.Import.Help;
using TypedExec.Import.Layouts;

namespace TypedExec.Import.Running;

/// <summary>Reads the help of a program and, recursively, of its subcommands.</summary>
internal sealed class HelpWalk(HelpRunner runner, IWalkProgress progress, int depth)
{
    /// <summary>The arguments to try, one after another, until one prints options or commands.</summary>
    private static readonly string[][] FirstQuestions = [["--help"], ["-h"], ["help"], ["-help"]];

    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>Reads the program, or only the subcommand that the words name, with its parent commands.</summary>
    /// <param name="name">The program's name in the specification.</param>
    /// <param name="words">The words of the subcommand; empty for the whole program.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ProgramException">The program can't be run, or prints no readable help.</exception>
    public async Task<WalkedCommand> RunAsync(string name, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (text, page, layout) = await AskProgramAsync(name, cancellationToken);
        page = await WithPersistentOptionsAsync(page, layout, cancellationToken);
        var commands = words.Count > 0 ? [Chain(words, page)] : await AllCommandsAsync(page, layout, cancellationToken);
        var root = new WalkedCommand { Names = [name], Path = [name], Description = page.Description, Page = page, Layout = layout.Name };
        progress.Read(root);
        return Inheritance.Resolve(root with { Subcommands = await WalkAsync(commands, root, text, layout, words.Count > 0 ? [.. words.Skip(1)] : null, depth, cancellationToken) });
    }

    private async Task<(HelpText Text, HelpPage Page, Layout Layout)> AskProgramAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var question in FirstQuestions)
        {
            var answer = await AskProgramAsync(name, question, cancellationToken);

            // "Use --help all": the first page shows only a part, or nothing.
            var full = FullHelp.Mentioned(answer.Text) is { } words ? await AskProgramAsync(name, words, cancellationToken) : answer;
            var better = full.Page.Options.Count >= answer.Page.Options.Count ? full : answer;
            if (better.Page is not { Options.Count: 0, Commands.Count: 0 })
            {
                return better;
            }
        }

        throw new ProgramException($"'{name}' printed nothing with {string.Join(", ", FirstQuestions.Select(question => question[0]))} that lists options or commands");
    }

    private async Task<(HelpText Text, HelpPage Page, Layout Layout)> AskProgramAsync(string name, IReadOnlyList<string> question, CancellationToken cancellationToken)
    {
        var text = await runner.AskAsync(question, cancellationToken);
        var layout = KnownLayouts.Detect(text);
        return (text, layout.ReadPage(text, [name]), layout);
    }

    private async Task<HelpPage> WithPersistentOptionsAsync(HelpPage page, Layout layout, CancellationToken cancellationToken)
    {
        if (page.PersistentOptionsPage is not { } words)
        {
            return page;
        }

        var shared = layout.ReadPage(await runner.AskAsync(words, cancellationToken), [""]);
        return page with
        {
            Options = [.. page.Options, .. shared.Options.Select(option => option with { IsPersistent = true })],
            Unread = [.. page.Unread, .. shared.Unread],
        };
    }

    private async Task<IReadOnlyList<HelpCommand>> AllCommandsAsync(HelpPage page, Layout layout, CancellationToken cancellationToken)
    {
        if (layout.ListArguments is not { } arguments)
        {
            return page.Commands;
        }

        var listed = layout.ReadList(await runner.AskAsync(arguments, cancellationToken));
        return listed.Count >= page.Commands.Count ? listed : page.Commands;
    }

    private static HelpCommand Chain(IReadOnlyList<string> words, HelpPage page)
        => page.Commands.FirstOrDefault(command => command.Names.Contains(words[0])) ?? new HelpCommand([words[0]], "");

    /// <summary>Reads commands in parallel and returns them in their order.</summary>
    private async Task<IReadOnlyList<WalkedCommand>> WalkAsync(
        IReadOnlyList<HelpCommand> commands, WalkedCommand parent, HelpText parentText, Layout layout, IReadOnlyList<string>? words, int left, CancellationToken cancellationToken)
    {
        if (left == 0)
        {
            return [.. commands.Select(command => Leaf(command, parent))];
        }

        progress.Found(commands.Count);
        return await Task.WhenAll(commands.Select(command => WalkAsync(command, parent, parentText, layout, words, left - 1, cancellationToken)));
    }

    private async Task<WalkedCommand> WalkAsync(
        HelpCommand command, WalkedCommand parent, HelpText parentText, Layout layout, IReadOnlyList<string>? words, int left, CancellationToken cancellationToken)
    {
        var leaf = Leaf(command, parent);
        if (command.IsComplete || command.Name == "help")
        {
            progress.Read(leaf);
            return leaf;
        }

        var (text, problem) = await AskAsync([.. leaf.Path.Skip(1), .. layout.HelpArguments], cancellationToken);
        if (text is null || IsSame(text, parentText))
        {
            progress.Read(leaf);
            return leaf with { Problem = problem };
        }

        var own = KnownLayouts.Detect(text, layout);
        var page = own.ReadPage(text, leaf.Path);
        if (page is { Options.Count: 0, Commands.Count: 0, Arguments.Count: 0, Description: "" })
        {
            progress.Read(leaf);
            return leaf with { Problem = $"'{string.Join(' ', leaf.Path)}' printed no readable help" };
        }

        var walked = leaf with { Page = page, Layout = own.Name, Description = leaf.Description.Length > 0 ? leaf.Description : page.Description };
        progress.Read(walked);
        var below = words switch
        {
            null => page.Commands,
            [var next, ..] => [Chain([next], page)],
            [] => page.Commands,
        };
        return walked with { Subcommands = await WalkAsync(below, walked, text, own, words is [_, ..] ? [.. words.Skip(1)] : null, left, cancellationToken) };
    }

    private async Task<(HelpText? Text, string? Problem)> AskAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return (await runner.AskAsync(arguments, cancellationToken), null);
        }
        catch (ProgramException error)
        {
            return (null, error.Message);
        }
        finally
        {
            _turns.Release();
        }
    }

    private static WalkedCommand Leaf(HelpCommand command, WalkedCommand parent) => new()
    {
        Names = command.Names,
        Path = [.. parent.Path, command.Name],
        Description = command.Description,
        Page = command.Page ?? HelpPage.Empty,
    };

    /// <summary>Whether the program ignored the subcommand and printed its own help again.</summary>
    private static bool IsSame(HelpText text, HelpText other)
        => text.Lines.Select(line => line.Text).SequenceEqual(other.Lines.Select(line => line.Text));
}
