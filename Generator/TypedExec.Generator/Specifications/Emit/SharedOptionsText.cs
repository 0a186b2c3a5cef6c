using TypedExec.Generator.Emit;

namespace TypedExec.Generator.Specifications.Emit;

/// <summary>
/// Generates the base class of subcommands that holds the persistent options of the outer class, and that of their builders. Both
/// know the class that derives from them, so that the methods of a builder return it.
/// </summary>
internal static class SharedOptionsText
{
    public const string SpecifiedCommand = "global::TypedExec.Generated.SpecifiedCommand";

    /// <summary>Returns the base class of a builder.</summary>
    public static string BuilderOf(SharedOptions shared, string command, string builder) => $"{shared.TypeReference}<{command}>.PersistentBuilder<{builder}>";

    /// <summary>Generates the base class for the subcommands of a class, if one of them derives from it.</summary>
    public static void Write(SourceWriter writer, PlannedClass target, CommandModel command)
    {
        if (target.Shared is not { IsUsed: true } shared)
        {
            return;
        }

        writer.Line($"""

            /// <summary>Holds the persistent options of <c>{CommandText.ForDocumentation(command)}</c>, which its subcommands inherit.</summary>
            /// <typeparam name="TSelf">The class of the subcommand.</typeparam>
            """);
        GeneratedFile.WriteMark(writer);
        writer.Line($"""
            {SpecifiedProperties.Hidden}
            public abstract class {shared.Name}<TSelf> : {shared.Outer?.TypeReference ?? SpecifiedCommand}<TSelf>
                where TSelf : {shared.TypeReference}<TSelf>, global::TypedExec.Generated.ISpecifiedCommand
            """);
        writer.Open();
        writer.Line($$"""private protected {{shared.Name}}() { }""");
        foreach (var option in shared.Options)
        {
            SpecifiedProperties.Write(writer, option, "private protected");
        }

        CommandMember[] members = [.. shared.Options.Select(static option => option.Member)];
        foreach (var section in (SharedSection[])[SharedSection.Lists, SharedSection.Options, SharedSection.AfterSubcommand, SharedSection.AfterArguments])
        {
            WriteSection(writer, shared, section, [.. members.Where(member => SectionOf(member) == section)]);
        }

        WriteCopy(writer, shared, members);
        WriteBuilder(writer, shared, members);
        writer.Close();
    }

    /// <summary>Generates the call that adds a part of the inherited options to the command line, if there are any.</summary>
    public static void WriteCall(SourceWriter writer, SharedOptions? shared, SharedSection section)
    {
        if (Has(shared, section))
        {
            writer.Line($"this.{Method(section)}(arguments);");
        }
    }

    private static void WriteSection(SourceWriter writer, SharedOptions shared, SharedSection section, CommandMember[] members)
    {
        CommandMember[] limited = section == SharedSection.Options ? [.. shared.Options.Select(static option => option.Member).Where(RelationsWriter.IsLimited)] : [];
        if (members.Length + limited.Length == 0)
        {
            return;
        }

        var isOuter = Has(shared.Outer, section);
        writer.Line($"""

            private protected {(isOuter ? "new " : "")}void {Method(section)}(global::TypedExec.Generated.CommandArguments arguments)
            """);
        writer.Open();
        foreach (var member in limited)
        {
            RelationsWriter.WriteLimit(writer, member);
        }

        foreach (var member in members)
        {
            MemberWriter.WriteOption(writer, member);
        }

        if (isOuter)
        {
            writer.Line($"base.{Method(section)}(arguments);");
        }

        writer.Close();
    }

    private static void WriteCopy(SourceWriter writer, SharedOptions shared, CommandMember[] members)
    {
        writer.Line($"""

            private protected void CopyPersistentOptions({shared.TypeReference}<TSelf> other)
            """);
        writer.Open();
        foreach (var member in members)
        {
            writer.Line($"this.{member.Holder} = other.{member.Holder};");
        }

        if (shared.Outer is not null)
        {
            writer.Line("base.CopyPersistentOptions(other);");
        }

        writer.Close();
    }

    private static void WriteBuilder(SourceWriter writer, SharedOptions shared, CommandMember[] members)
    {
        writer.Line($"""

            /// <summary>Sets the persistent options of a subcommand.</summary>
            /// <typeparam name="TBuilder">The builder of the subcommand.</typeparam>
            {SpecifiedProperties.Hidden}
            public abstract {(shared.Outer is null ? "" : "new ")}class PersistentBuilder<TBuilder> : {(shared.Outer is { } outer ? BuilderOf(outer, "TSelf", "TBuilder") : "global::TypedExec.CommandBuilder<TSelf>")}
                where TBuilder : {BuilderOf(shared, "TSelf", "TBuilder")}
            """);
        writer.Open();
        writer.Line(shared.Outer is null
            ? """
              internal readonly TSelf _command;

              private protected PersistentBuilder(TSelf command) => _command = command;
              """
            : "private protected PersistentBuilder(TSelf command) : base(command) { }");
        for (var i = 0; i < members.Length; i++)
        {
            var option = shared.Options[i];
            var cref = option.Documented is { } origin ? $"{origin.TypeReference}.{option.OriginName}" : $"{shared.TypeReference}{{TSelf}}.{option.Name}";
            BuilderWriter.WriteSignature(writer, members[i], cref, "public TBuilder");
            writer.Open();
            writer.Line($"{shared.TypeReference}<TSelf> command = _command;");
            writer.Line(BuilderWriter.Setting(members[i], members[i].Holder, "command"));
            writer.Line("return (TBuilder)this;");
            writer.Close();
        }

        writer.Close();
    }

    private static bool Has(SharedOptions? shared, SharedSection section)
    {
        foreach (var option in shared?.All ?? [])
        {
            if (SectionOf(option.Member) is var own && (own == section || (section == SharedSection.Options && RelationsWriter.IsLimited(option.Member))))
            {
                return true;
            }
        }

        return false;
    }

    private static SharedSection SectionOf(CommandMember member)
        => member.Place == OptionPlace.AfterArguments ? SharedSection.AfterArguments
            : member.Place == OptionPlace.AfterSubcommand ? SharedSection.AfterSubcommand
            : SpecifiedArguments.IsOpen(member) ? SharedSection.Lists
            : SharedSection.Options;

    private static string Method(SharedSection section) => section switch
    {
        SharedSection.Lists => "AddPersistentListsTo",
        SharedSection.AfterSubcommand => "AddPersistentOptionsAfterSubcommandTo",
        SharedSection.Options => "AddPersistentOptionsTo",
        _ => "AddPersistentOptionsAfterArgumentsTo",
    };
}

/// <summary>The parts of a command line that inherited options are in.</summary>
internal enum SharedSection
{
    /// <summary>Options with a list of values, which come before the others.</summary>
    Lists,

    /// <summary>The other options, before the arguments.</summary>
    Options,

    /// <summary>Options after the words of a subcommand, wherever they are set.</summary>
    AfterSubcommand,

    /// <summary>Options after the arguments.</summary>
    AfterArguments,
}
