using TypedExec.Generator.Emit;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the files of a command with a specification: one for the program itself, and one for each of its subcommands with
/// everything nested in it. One file per class would be a thousand for a few programs, mostly headers; a single file would be too
/// long for an editor.
/// </summary>
internal static class SpecifiedFiles
{
    [ThreadStatic]
    private static SourceWriter? s_writer;

    public static IEnumerable<(string Name, string Text)> Create(
        SpecificationTarget command, CommandSpecification specification, string fileName, CancellationToken cancellation)
    {
        var root = ClassPlanner.Plan(command, specification);
        var writer = s_writer ??= new SourceWriter();
        writer.Clear();
        GeneratedFile.WriteHeader(writer, command.Command.Namespace);
        CommandEmitter.WriteDeclarations(writer, command.Command);
        SpecifiedClassText.WriteMembers(writer, root, SpecifiedClassText.ModelOf(root, command.Command));
        yield return (fileName + ".g.cs", Close(writer, command.Command));

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var nested in command.Class.Nested)
        {
            // A separate command class has its own file.
            if (root.Subcommands.All(subcommand => subcommand.Declared != nested))
            {
                names.Add(fileName + "." + nested.Name);
            }
        }

        foreach (var subcommand in root.Subcommands)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Clear();
            GeneratedFile.WriteHeader(writer, command.Command.Namespace);
            foreach (var declaration in command.Command.Declarations)
            {
                writer.Line(declaration);
                writer.Open();
            }

            Write(writer, subcommand, command.Command, cancellation);

            // The compiler compares file names ignoring case, but C# doesn't compare class names so.
            var name = fileName + "." + subcommand.Name;
            for (var number = 2; !names.Add(name); number++)
            {
                name = $"{fileName}.{subcommand.Name}.{number}";
            }

            yield return (FileNames.Short(name) + ".g.cs", Close(writer, command.Command));
        }
    }

    private static void Write(SourceWriter writer, PlannedClass target, CommandModel root, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var command = SpecifiedClassText.ModelOf(target, root);
        SpecifiedClassText.WriteDeclaration(writer, target, command);
        writer.Open();
        SpecifiedClassText.WriteMembers(writer, target, command);
        foreach (var subcommand in target.Subcommands)
        {
            writer.Line();
            Write(writer, subcommand, root, cancellation);
        }

        writer.Close();
    }

    private static string Close(SourceWriter writer, CommandModel command)
    {
        foreach (var _ in command.Declarations)
        {
            writer.Close();
        }

        return writer.ToString();
    }
}
