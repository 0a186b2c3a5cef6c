namespace TypedExec.Generator.Emit;

/// <summary>
/// Options whose use is an error because of [Obsolete]. Only obsolete code may use them, so generated code reads them through an
/// obsolete property.
/// </summary>
internal static class ObsoleteMembers
{
    public const string Attribute = "[global::System.Obsolete]";

    /// <summary>Generates the properties, and returns the command as if it had them instead.</summary>
    public static CommandModel Replace(SourceWriter writer, CommandModel command)
        => command.Options.Concat(command.Arguments).Any(static member => member.Has(MemberTraits.ObsoleteError))
            ? command with { Options = Replace(writer, command.Options), Arguments = Replace(writer, command.Arguments) }
            : command;

    private static EquatableArray<CommandMember> Replace(SourceWriter writer, EquatableArray<CommandMember> members) => new([.. members.Select(member =>
    {
        if (!member.Has(MemberTraits.ObsoleteError))
        {
            return member;
        }

        var name = "Obsolete_" + member.Name;
        writer.Line($"""

            {Attribute}
            private {member.Storage.Type} {name} => this.{member.Identifier};
            """);
        return member with { Storage = member.Storage with { Field = name } };
    })]);
}
