using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Reading;
using TypedExec.Import.Source;

namespace TypedExec.Import.CommandLine;

/// <summary><c>typedexec-import source</c>: writes the C# source of a specification.</summary>
internal sealed partial class SourceCommandLine
{
    private readonly Argument<FileInfo> _specification = new("specification") { Description = "The specification, a JSON file.", HelpName = "spec.json" };

    private readonly Option<DirectoryInfo> _output = new("--output", "-o")
    {
        Description = "The directory to write to. Existing files with the same names are overwritten.",
        HelpName = "directory",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    private readonly Option<string> _namespace = new("--namespace")
    {
        Description = "The namespace of the classes.",
        HelpName = "name",
        DefaultValueFactory = _ => "Commands",
    };

    private readonly Option<string?> _class = new("--class")
    {
        Description = "The name of the program's class. Default: the program's name in PascalCase.",
        HelpName = "name",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Exit with 1 if something in the specification was omitted." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print no report on standard error." };

    public Command Build()
    {
        _namespace.Validators.Add(result => Require(result, "--namespace must be a valid C# namespace, such as Company.Commands.", text => text.Split('.').All(IsIdentifier)));
        _class.Validators.Add(result => Require(result, "--class must be a valid C# name, such as Docker.", IsIdentifier));
        var command = new Command("source", "Write the C# source of a specification, as annotated partial classes that you can add to your repository.")
        {
            _specification, _output, _namespace, _class, _strict, _quiet,
        };
        command.SetAction(Run);
        return command;
    }

    private static void Require(OptionResult result, string message, Func<string, bool> holds)
    {
        if (result.Tokens is [var token] && !holds(token.Value))
        {
            result.AddError(message);
        }
    }

    private static bool IsIdentifier(string text) => Identifier().IsMatch(text);

    private int Run(ParseResult arguments)
    {
        var stderr = arguments.InvocationConfiguration.Error;
        var file = arguments.GetRequiredValue(_specification);
        if (ReadText(file, stderr) is not { } text)
        {
            return ExitCode.NoInput;
        }

        var reading = SpecificationReader.Read(text);
        foreach (var mistake in reading.Mistakes)
        {
            if (reading.Command is null || !arguments.GetValue(_quiet))
            {
                stderr.WriteLine($"{file}({Place(text, mistake.Start)}): {(reading.Command is null ? "error" : "left out")}: {mistake.Message}");
            }
        }

        if (reading.Command is not { Name.Length: > 0 } command)
        {
            stderr.WriteLine($"error: '{file}' isn't the specification of a program: it must be an object with a name and with options, args, or subcommands.");
            return ExitCode.BadInput;
        }

        Write(command, arguments);
        return arguments.GetValue(_strict) && reading.Mistakes.Count > 0 ? ExitCode.Incomplete : ExitCode.Success;
    }

    private void Write(CommandSpecification command, ParseResult arguments)
    {
        var directory = arguments.GetRequiredValue(_output);
        var files = SourceFiles.Of(command, arguments.GetRequiredValue(_namespace), arguments.GetValue(_class) ?? PlainName.ForSubcommand(command.Name));
        foreach (var file in files)
        {
            OutputText.Write(new FileInfo(Path.Combine(directory.FullName, file.Name)), Encoding.UTF8.GetBytes(file.Text), TextWriter.Null);
        }

        if (!arguments.GetValue(_quiet))
        {
            arguments.InvocationConfiguration.Error.WriteLine($"{files.Count} file{(files.Count == 1 ? "" : "s")} in {directory}");
        }
    }

    private static string? ReadText(FileInfo file, TextWriter stderr)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"error: '{file}' can't be read: {error.Message}");
            return null;
        }
    }

    /// <summary>Line and column of a position, in the format of compilers.</summary>
    private static string Place(string text, int start)
    {
        var before = text.AsSpan(0, Math.Min(start, text.Length));
        return $"{before.Count('\n') + 1},{before.Length - before.LastIndexOf('\n')}";
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex Identifier();
}
