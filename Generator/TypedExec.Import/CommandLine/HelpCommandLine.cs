using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TypedExec.Import.Help;
using TypedExec.Import.Running;
using TypedExec.Import.Sources;
using TypedExec.Import.Specifications;

namespace TypedExec.Import.CommandLine;

/// <summary><c>typedexec-import help</c>: creates a specification from a program's own help.</summary>
internal sealed class HelpCommandLine
{
    private readonly Argument<string> _program = new("program") { Description = "The program: a name to search for on the PATH, or a path." };

    private readonly Argument<string[]> _words = new("subcommand")
    {
        Description = "The words of a single subcommand to read. Default: all subcommands.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _from = new("--from")
    {
        Description = "The sources, separated by commas: help (what the program prints), man (its manual pages), fig (with --fig). If they differ, help takes precedence over man, and man over fig.",
        HelpName = "sources",
        DefaultValueFactory = _ => "help,man",
    };

    private readonly Option<FileSystemInfo?> _fig = new("--fig")
    {
        Description = "A specification in Fig's format, or a folder of them, as an additional source.",
        HelpName = "path",
    };

    private readonly Option<FileInfo?> _output = new("--output", "-o")
    {
        Description = "The file to write. Default: standard output.",
        HelpName = "file.json",
    };

    private readonly Option<int> _depth = new("--depth")
    {
        Description = "How many levels of subcommands to read help for; deeper ones are only listed by name. 0 reads only the program's own help.",
        HelpName = "levels",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "The time limit for each run of the program, in seconds.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Exit with 1 if something wasn't understood." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print no progress and no report on standard error." };

    public Command Build()
    {
        var command = new Command("help", "Create a specification from a program's help and manual pages. To print its help, the program is run with --help, once per subcommand.")
        {
            _program, _words, _from, _fig, _output, _depth, _timeout, _strict, _quiet,
        };
        _depth.Validators.Add(result => Require(Number(result) is null or >= 0, result, "--depth must be 0 or more."));
        _timeout.Validators.Add(result => Require(Number(result) is null or (> 0 and < 86_400), result, "--timeout must be more than 0 and less than 86400 seconds."));
        _words.Validators.Add(result =>
        {
            var option = result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-'));
            Require(option is null, result, $"'{option?.Value}' isn't an option of this command.");
        });
        _from.Validators.Add(result => Require(
            result.Tokens is not [var token] || token.Value.Split(',').All(SourceNames.All.Contains), result, $"--from accepts one or more of {string.Join(", ", SourceNames.All)}, separated by commas."));
        command.Validators.Add(result => Require(
            !Sources(result.GetValue(_from)).Contains(SourceNames.Fig) || result.GetValue(_fig) is not null, result, "--from fig requires --fig with the path of the specification."));
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The number that was passed, or null if it is missing or invalid, which the parser reports itself.</summary>
    private static double? Number(SymbolResult result)
        => result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Require(bool holds, SymbolResult result, string message)
    {
        if (!holds)
        {
            result.AddError(message);
        }
    }

    private static IReadOnlyList<string> Sources(string? text) => text is null ? [] : [.. SourceNames.All.Where(text.Split(',').Contains)];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var quiet = arguments.GetValue(_quiet);
        var stderr = arguments.InvocationConfiguration.Error;
        var progress = new ConsoleProgress(stderr, isTerminal: !quiet && !Console.IsErrorRedirected);
        try
        {
            var sources = Sources(arguments.GetValue(_from));
            if (arguments.GetValue(_fig) is not null && !sources.Contains(SourceNames.Fig))
            {
                sources = [.. sources, SourceNames.Fig];
            }

            var import = new ProgramImport
            {
                Sources = sources,
                Fig = arguments.GetValue(_fig)?.FullName,
                Depth = arguments.GetValue(_depth),
                Timeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)),
                Progress = progress,
            };
            var (root, isIsolated) = await import.RunAsync(arguments.GetRequiredValue(_program), arguments.GetValue(_words) ?? [], cancellationToken);
            progress.Clear();
            Write(root, arguments);
            if (!quiet)
            {
                HelpReport.Write(root, isIsolated, stderr);
            }

            return arguments.GetValue(_strict) && HelpReport.IsIncomplete(root) ? ExitCode.Incomplete : ExitCode.Success;
        }
        catch (ProgramException error)
        {
            progress.Clear();
            await stderr.WriteLineAsync($"error: {error.Message}.");
            return ExitCode.ProgramUnavailable;
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            return ExitCode.Interrupted;
        }
    }

    private void Write(WalkedCommand root, ParseResult arguments)
    {
        using var text = new MemoryStream();
        SpecificationWriter.Write(root, text);
        OutputText.Write(arguments.GetValue(_output), text.GetBuffer().AsSpan(0, (int)text.Length), arguments.InvocationConfiguration.Output);
    }
}
