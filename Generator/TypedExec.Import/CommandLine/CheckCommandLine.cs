using System.CommandLine;
using TypedExec.Import.Checking;
using TypedExec.Import.Running;
using TypedExec.Import.Sources;

namespace TypedExec.Import.CommandLine;

/// <summary><c>typedexec-import check</c>: compares a project's wrappers with the installed programs.</summary>
internal sealed class CheckCommandLine
{
    /// <summary>The command's name.</summary>
    public const string Name = "check";

    private readonly Argument<string> _project = new("project")
    {
        Description = "The project file, or the folder of its C# files. Default: the current directory.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The format of findings: text or sarif.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<FileInfo?> _output = new("--output", "-o") { Description = "The file to write. Default: standard output.", HelpName = "file" };

    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "An option to accept even if no help lists it: --name, or program:--name. Can be repeated.",
        HelpName = "option",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _skipMissing = new("--skip-missing") { Description = "Don't report programs that aren't installed as findings." };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "The time limit for each run of a program, in seconds.",
        HelpName = "seconds",
        DefaultValueFactory = _ => 10,
    };

    public Command Build()
    {
        _format.AcceptOnlyFromAmong("text", "sarif");
        _project.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ProjectSource.Exists(token.Value))
            {
                result.AddError($"'{token.Value}' isn't a project, a C# file, or a folder.");
            }
        });
        var command = new Command(Name, "Compare a project's command classes with the installed programs: options that are missing, misspelled, deprecated, or have a wrong value. Exits with 1 if there are findings.")
        {
            _project, _format, _output, _ignore, _skipMissing, _timeout,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var stderr = arguments.InvocationConfiguration.Error;
        var project = arguments.GetRequiredValue(_project);
        var wrappers = WrapperReader.Read(ProjectSource.Read(project, cancellationToken), cancellationToken);
        var import = new ProgramImport
        {
            Sources = [SourceNames.Help, SourceNames.Manual],
            Timeout = TimeSpan.FromSeconds(arguments.GetValue(_timeout)),
            Progress = new ConsoleProgress(TextWriter.Null, isTerminal: false),
        };
        var check = new WrapperCheck(
            async (program, path, token) => (await import.RunAsync(program, path, token)).Root,
            arguments.GetValue(_ignore)!.ToHashSet(StringComparer.Ordinal));
        try
        {
            var findings = await check.RunAsync(wrappers, cancellationToken);
            if (arguments.GetValue(_skipMissing))
            {
                check.Notes.AddRange(findings.Where(IsMissing).Select(finding => finding.Message));
                findings = [.. findings.Where(finding => !IsMissing(finding))];
            }

            Write(findings, ProjectSource.Root(project), arguments);
            foreach (var note in check.Notes)
            {
                await stderr.WriteLineAsync($"note: {note}");
            }

            await stderr.WriteLineAsync($"{wrappers.Count} wrapped command{(wrappers.Count == 1 ? "" : "s")}, {findings.Count} finding{(findings.Count == 1 ? "" : "s")}");
            return findings.Count == 0 ? ExitCode.Success : ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    private static bool IsMissing(Finding finding) => finding.Rule == CheckRule.ProgramMissing;

    private void Write(IReadOnlyList<Finding> findings, string root, ParseResult arguments)
    {
        using var text = new MemoryStream();
        if (arguments.GetValue(_format) == "sarif")
        {
            SarifReport.Write(findings, root, text);
        }
        else
        {
            using var writer = new StreamWriter(text, leaveOpen: true) { NewLine = "\n" };
            foreach (var finding in findings)
            {
                var start = finding.Location.StartLinePosition;
                writer.WriteLine($"{Path.GetRelativePath(root, finding.Location.Path)}({start.Line + 1},{start.Character + 1}): {finding.Rule.Level} {finding.Rule.Id}: {finding.Message}");
            }
        }

        OutputText.Write(arguments.GetValue(_output), text.GetBuffer().AsSpan(0, (int)text.Length), arguments.InvocationConfiguration.Output);
    }
}
