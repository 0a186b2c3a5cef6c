using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>A source file.</summary>
/// <param name="Name">Its name, without a directory.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Name, string Text);

/// <summary>
/// The C# source of a specification, as you would write it by hand: the program in one file, and each of its subcommands, with everything
/// nested in it, in another.
/// </summary>
internal static class SourceFiles
{
    public static IReadOnlyList<SourceFile> Of(CommandSpecification specification, string @namespace, string className)
    {
        var root = SourcePlan.Of(specification, @namespace, className);
        var files = new List<SourceFile> { new($"{className}.cs", Program(root, @namespace)) };

        // Class names may differ only in case, but file names on many disks may not.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { className };
        foreach (var subcommand in root.Subcommands)
        {
            var name = $"{className}.{subcommand.Name}";
            for (var number = 2; !names.Add(name); number++)
            {
                name = $"{className}.{subcommand.Name}.{number}";
            }

            files.Add(new SourceFile(name + ".cs", Subcommand(root, subcommand, @namespace)));
        }

        return files;
    }

    private static string Program(PlannedClass root, string @namespace)
    {
        var code = Start(@namespace);
        SourceDocs.Write(code, root.Specification);
        code.Attribute("Command", [CSharp.Literal(root.Specification.Name)]);
        Open(code, root);
        WriteMembers(code, root);
        code.Close();
        return Finish(code);
    }

    private static string Subcommand(PlannedClass root, PlannedClass subcommand, string @namespace)
    {
        var code = Start(@namespace);
        Open(code, root);
        WriteSubcommand(code, subcommand);
        code.Close();
        return Finish(code);
    }

    private static void WriteSubcommand(CodeWriter code, PlannedClass target)
    {
        code.Line();
        SourceDocs.Write(code, target.Specification);
        code.Attribute("Subcommand", [CSharp.Literal(string.Join(' ', target.Words))]);
        Open(code, target);
        WriteMembers(code, target);
        foreach (var subcommand in target.Subcommands)
        {
            WriteSubcommand(code, subcommand);
        }

        code.Close();
    }

    private static void WriteMembers(CodeWriter code, PlannedClass target)
    {
        var own = target.Options.Where(option => option.Origin is null).ToList();
        var names = new ClassOptions([.. own.Select(option => option.Specification)]);

        // Several values end where the next option starts, so those options come first, and "--" ends them all.
        foreach (var option in own.OrderBy(option => option.Shape is MemberShape.Values or MemberShape.Groups ? 0 : option.Specification.Name == "--" ? 2 : 1))
        {
            SourceOption.Write(code, option, names);
        }

        SourceArgument.WriteAll(code, target.Arguments);
    }

    private static CodeWriter Start(string @namespace)
    {
        var code = new CodeWriter();
        code.Line("using TypedExec;");
        code.Line();
        code.Line($"namespace {@namespace};");
        code.Line();
        return code;
    }

    private static void Open(CodeWriter code, PlannedClass target)
    {
        code.Line($"public partial class {target.Name}");
        code.Open();
    }

    /// <summary>Ensures that no blank line follows an opening brace.</summary>
    private static string Finish(CodeWriter code) => code.ToString().Replace("{\n\n", "{\n", StringComparison.Ordinal);
}
