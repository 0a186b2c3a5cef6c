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

    /// <summary>Returns the member as generated code reads it.</summary>
    public static CommandMember Hide(CommandMember member)
        => member.Has(MemberTraits.ObsoleteError) ? member with { Storage = member.Storage with { Field = "Obsolete_" + member.Name } } : member;

    /// <summary>Returns the member as the user declared it.</summary>
    public static CommandMember Restore(CommandMember member)
        => member.Has(MemberTraits.ObsoleteError) ? member with { Storage = member.Storage with { Field = null } } : member;

    /// <summary>Generates the property through which a hidden member is read.</summary>
    public static void WriteProperty(SourceWriter writer, CommandMember member)
    {
        if (member.Has(MemberTraits.ObsoleteError))
        {
            writer.Line($"""

                {Attribute}
                private {member.Storage.Type} {Hide(member).Holder} => this.{member.Identifier};
                """);
        }
    }

    private static EquatableArray<CommandMember> Replace(SourceWriter writer, EquatableArray<CommandMember> members) => new([.. members.Select(member =>
    {
        WriteProperty(writer, member);
        return Hide(member);
    })]);
}
