using TypedExec.CommandLines.Reading;
using TypedExec.CommandLines.Specifications;
using TypedExec.Import.Help;
using TypedExec.Import.Running;

namespace TypedExec.Import.Sources;

/// <summary>Reads a program from a specification in Fig's format, as written by the converter of TypedExec.Specifications.</summary>
internal static class FigSource
{
    /// <summary>Reads the specification.</summary>
    /// <param name="path">The file, or a folder that contains <c>program.json</c>.</param>
    /// <param name="program">The program's name.</param>
    /// <exception cref="ProgramException">It doesn't exist, or it can't be read.</exception>
    public static WalkedCommand Read(string path, string program)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, program + ".json") : path;
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ProgramException($"the specification '{file}' can't be read: {error.Message}", error);
        }

        return SpecificationReader.Read(text).Command is { } command
            ? Read(command, [program], [program])
            : throw new ProgramException($"'{file}' isn't a specification");
    }

    private static WalkedCommand Read(CommandSpecification command, IReadOnlyList<string> names, IReadOnlyList<string> path) => new()
    {
        Names = names,
        Path = path,
        Description = command.Description ?? "",
        Page = new HelpPage
        {
            Description = command.Description ?? "",
            Options = [.. command.Options.Where(option => option.Name != "--").Select(Read)],
            Arguments = [.. command.Arguments.Select(Read)],
        },
        Subcommands = [.. command.Subcommands.Select(subcommand => Read(subcommand, [.. subcommand.Names], [.. path, subcommand.Name]))],
    };

    private static HelpOption Read(OptionSpecification option) => new()
    {
        Names = [.. option.Names],
        Description = option.Description ?? "",
        Values = [.. option.Arguments.Select(Read)],
        Separator = option.Separator,
        IsRepeatable = option.IsRepeatable,
        IsRequired = option.Has(SpecificationTraits.Required),
        IsPersistent = option.Has(SpecificationTraits.Persistent),
        ExclusiveOn = [.. option.ExclusiveOn],
    };

    private static HelpValue Read(ArgumentSpecification argument) => new()
    {
        Name = argument.Name.Length > 0 ? argument.Name : null,
        Description = argument.Description,
        IsOptional = argument.Has(ArgumentTraits.Optional),
        IsVariadic = argument.Has(ArgumentTraits.Variadic),
        IsCommand = argument.Has(ArgumentTraits.Command),
        Suggestions = [.. argument.Suggestions],
    };
}
