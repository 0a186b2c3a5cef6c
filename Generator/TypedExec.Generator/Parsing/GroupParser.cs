namespace TypedExec.Generator.Parsing;

/// <summary>Attribute to model: a class with [OptionGroup].</summary>
internal static class GroupParser
{
    /// <summary>Returns null if the class has a mistake that leaves nothing to generate.</summary>
    public static CommandModel? Parse(TypeDeclaration declaration)
    {
        var (node, type, _) = declaration;
        if (!declaration.Has(KnownAttributes.Find(type, KnownAttributes.OptionGroup)) || type.IsStatic || CommandClass.Is(type) || !CommandClass.IsSound(type))
        {
            return null;
        }

        var properties = PropertyParser.Parse(type);
        var name = TypeName.From(type);
        return new CommandModel(
            name.FullName,
            name.Reference,
            name.Namespace,
            CommandParser.Declarations(node),
            "",
            default,
            0,
            CommandTraits.OptionGroup | (declaration.HasShortNames ? CommandTraits.ShortNames : CommandTraits.None),
            null,
            false,
            null,
            properties.Options,
            properties.Arguments,
            properties.Enums,
            MemberSet.None);
    }
}
