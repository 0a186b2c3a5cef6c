using System.Text;
using TypedExec.Generator.Emit;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>Generates one planned class: its declaration, and everything in it except the nested subcommands.</summary>
internal static class SpecifiedClassText
{
    /// <summary>Generates the members, without the braces around them.</summary>
    public static void WriteMembers(SourceWriter writer, PlannedClass target, CommandModel command)
    {
        if (target.Inherits)
        {
            writer.Write($"static global::TypedExec.Executable global::TypedExec.Generated.ISpecifiedCommand.Executable {{ get; }} = new({new Literal(command.File)}");
            foreach (var word in command.Path)
            {
                writer.Write($", {new Literal(word)}");
            }

            writer.Line($"){StaticForms.Defaults(command)};");
        }
        else
        {
            StaticForms.Write(writer, command);
            ForkForm.Write(writer, command);
        }

        if (target.IsStatic)
        {
            SharedOptionsText.Write(writer, target, command);
            return;
        }

        if (!target.Inherits)
        {
            InstanceForms.Write(writer, command);
        }

        if (target.HasParent && target.Emits(MemberSet.Parent))
        {
            writer.Line($$"""

                /// <summary>Gets or sets the outer command, whose options come before this subcommand.</summary>
                public {{target.Outer!.TypeReference}}? Parent { get => {{target.FieldOf("Parent")}}; init => {{target.FieldOf("Parent")}} = value; }
                private {{target.Outer!.TypeReference}}? {{target.FieldOf("Parent")}};
                """);
        }

        SpecifiedProperties.Write(writer, target);
        SpecifiedGroupText.WriteProperties(writer, target);
        foreach (var own in command.Options.Concat(command.Arguments))
        {
            ObsoleteMembers.WriteProperty(writer, own);
        }

        KnownValues.Write(writer, target);
        SpecifiedArguments.Write(writer, target);
        BuilderWriter.Write(writer, BuilderOf(target, command));
        SpecifiedGroupText.WriteClasses(writer, target);
        SharedOptionsText.Write(writer, target, command);
    }

    private static BuilderModel BuilderOf(PlannedClass target, CommandModel command) => new(
        target.TypeReference,
        target.Name,
        CommandText.ForDocumentation(command),
        [
            .. target.Options.Where(static option => !option.IsInherited).Select(static option => option.Member),
            .. target.Groups.Select(static group => group.Member),
            .. target.Arguments.Where(static argument => argument.Own is null).Select(static argument => argument.Member),
            .. command.Options,
            .. command.Arguments,
        ],
        target.HasParent && target.Emits(MemberSet.Parent) ? target.Outer!.TypeReference : null,
        target.HasParent && target.Emits(MemberSet.Parent) ? target.FieldOf("Parent") : null)
    {
        HasCreateBuilder = target.IsBuildable && target.Emits(MemberSet.CreateBuilder),
        HasBuilder = target.IsBuildable && target.Emits(MemberSet.Builder),
        IsSpecified = true,
        Base = target.Base is { } shared ? SharedOptionsText.BuilderOf(shared, target.TypeReference, target.TypeReference + ".Builder") : null,
        IsChecked = SpecifiedArguments.AreChecked(target),
        IsConstructorImplicit = target.Declared is not { IsConstructorImplicit: false },
    };

    /// <summary>Generates the declaration of a subcommand's class.</summary>
    public static void WriteDeclaration(SourceWriter writer, PlannedClass target, CommandModel command)
    {
        var specification = target.Specification;
        if (target.Declared is null)
        {
            var remarks = new StringBuilder($"<c>{CommandText.ForDocumentation(command)}</c>");
            foreach (var alias in specification.Names.Skip(1))
            {
                remarks.Append($", also <c>{DocText.From(alias)}</c>");
            }

            remarks.Append('.');
            PropertyDocs.AppendDanger(remarks, specification.Traits);
            writer.Line($"/// <summary>{PropertyDocs.Summary(specification.Description, specification.Name)}</summary>");
            writer.Line($"/// <remarks>{remarks.ToString()}</remarks>");
            SpecifiedProperties.WriteAttributes(writer, specification.Traits, specification.Deprecation);
        }

        GeneratedFile.WriteMark(writer);
        if (target.Declared is not { Path: not null })
        {
            writer.Line($"[global::TypedExec.Subcommand({new Literal(string.Join(" ", target.Words))})]");
        }

        var header = target.Declared is { } own ? own.Header : "public partial class " + target.Name;
        writer.Line(target.Inherits
            ? $"{header} : {target.Base?.TypeReference ?? SharedOptionsText.SpecifiedCommand}<{target.TypeReference}>, global::TypedExec.Generated.ISpecifiedCommand"
            : $"{header} : global::TypedExec.ICommand");
    }

    /// <summary>Returns the class as a command that declares all its members. The methods are generated from it.</summary>
    public static CommandModel ModelOf(PlannedClass target, CommandModel root) => root with
    {
        TypeReference = target.TypeReference,
        Path = new([.. target.OuterWords, .. target.Words]),
        OwnPath = target.Words.Length,
        Parent = null,
        Fork = target.Outer is null && root.Fork,
        Options = new([.. (target.Declared?.Options ?? default).Select(static option => ObsoleteMembers.Restore(option.Property))]),
        Arguments = new([.. (target.Declared?.Arguments ?? default).Select(static argument => ObsoleteMembers.Restore(argument.Property))]),
        Enums = target.Declared?.Enums ?? default,
        Declared = target.Declared?.Declared ?? MemberSet.None,
    };
}
