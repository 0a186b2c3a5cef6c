using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// Determines how a text is parsed to a record: the parameters of its positional constructor, or the elements of a tuple.
/// </summary>
internal static class RecordReader
{
    /// <summary>Returns whether the type consists of fields, so that a pattern has one group for each.</summary>
    public static bool IsRecord(ITypeSymbol type) => type is INamedTypeSymbol named && (named.IsTupleType || Constructor(named) is not null);

    /// <summary>Returns the record of separated fields, or what is wrong.</summary>
    public static ParserModel? ReadFields(ITypeSymbol type, string separator, SharedParts shared, out string? problem)
    {
        if (Fields(type, shared, out problem) is not { } fields)
        {
            return null;
        }

        return Create(ParserKind.Fields, type, fields.ConvertAll(static field => field.Model)) with { Separator = separator };
    }

    /// <summary>Returns the record, or the value, of a pattern's groups, or what is wrong.</summary>
    /// <param name="type">The type.</param>
    /// <param name="pattern">The expression of the regular expression.</param>
    /// <param name="groups">The names of its groups, with numbers for those without; null if unknown.</param>
    /// <param name="shared">What the methods share.</param>
    /// <param name="problem">What is wrong with the type.</param>
    /// <param name="patternProblem">What is wrong with the pattern.</param>
    public static ParserModel? ReadGroups(
        ITypeSymbol type, string pattern, string[]? groups, SharedParts shared, out string? problem, out string? patternProblem)
    {
        (problem, patternProblem) = (null, null);
        if (!IsRecord(type) && ParserReader.Read(type, shared) is { } value)
        {
            if (GroupOf(groups) is not { } group)
            {
                patternProblem = $"it has {groups!.Length - 1} groups, but '{type.ToDisplayString()}' is one value; name one of them, or change the others to (?:…)";
                return null;
            }

            return Create(ParserKind.Group, type, [new FieldModel("", group, value)]) with { Pattern = pattern };
        }

        if (Fields(type, shared, out problem) is not { } fields)
        {
            return null;
        }

        var matched = new List<FieldModel>();
        foreach (var (parameter, model) in fields)
        {
            var group = groups is null ? parameter.Name : GroupOf(groups, parameter.Name);
            if (group is not null)
            {
                matched.Add(model with { Group = group });
            }
            else if (parameter.IsOptional is false)
            {
                patternProblem = $"it has no group for the parameter '{parameter.Name}' of '{type.Name}'; add (?<{parameter.Name}>…)";
                return null;
            }
        }

        return Create(ParserKind.Groups, type, matched) with { Pattern = pattern };
    }

    /// <summary>
    /// Returns the group that is the value: the one with a name, the only one, or the whole match. Empty if they are unknown.
    /// </summary>
    private static string? GroupOf(string[]? groups)
    {
        if (groups is null or { Length: <= 2 })
        {
            return groups is null ? "" : groups[groups.Length - 1];
        }

        var named = Array.FindAll(groups, static group => !char.IsDigit(group[0]));
        return named is [var only] ? only : null;
    }

    private static string? GroupOf(string[] groups, string parameter)
        => Array.Find(groups, group => group == parameter)
            ?? Array.Find(groups, group => string.Equals(group, parameter, StringComparison.OrdinalIgnoreCase));

    private static ParserModel Create(ParserKind kind, ITypeSymbol type, List<FieldModel> fields) => new(
        kind,
        TypeName.ReferenceTo(type),
        TypeName.ReferenceTo(HoleReader.Underlying(type).WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
        HoleReader.IsNullable(type),
        Fields: EquatableArray<FieldModel>.From(fields),
        IsTuple: type.IsTupleType);

    private static List<((string Name, bool IsOptional) Parameter, FieldModel Model)>? Fields(ITypeSymbol type, SharedParts shared, out string? problem)
    {
        var named = HoleReader.Underlying(type) as INamedTypeSymbol;
        (string Name, ITypeSymbol Type, bool IsOptional)[] parts;
        if (named is { IsTupleType: true })
        {
            parts = [.. named.TupleElements.Select(static element => (element.Name, element.Type, false))];
        }
        else if (named is not null && Constructor(named) is { } constructor)
        {
            parts = [.. constructor.Parameters.Select(static parameter => (parameter.Name, parameter.Type, parameter.IsOptional))];
        }
        else
        {
            problem = "fields require a record with a positional constructor, or a tuple";
            return null;
        }

        var fields = new List<((string, bool), FieldModel)>();
        foreach (var part in parts)
        {
            if (ParserReader.Read(part.Type, shared) is not { } parser)
            {
                problem = $"its part '{part.Name}' has the type '{part.Type.ToDisplayString()}', which can't be parsed; use a string, a number, "
                    + "an enum or another IParsable<T>";
                return null;
            }

            fields.Add(((part.Name, part.IsOptional), new FieldModel(TypeName.Escape(part.Name), "", parser)));
        }

        problem = null;
        return fields;
    }

    /// <summary>
    /// Returns the primary constructor; for a type from another assembly, the only one with parameters except for copying.
    /// </summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.SpecialType != SpecialType.None)
        {
            return null;
        }

        var candidates = type.InstanceConstructors
            .Where(constructor => constructor.Parameters.Length > 0
                && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
                && !SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type)
                && constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None))
            .ToArray();
        return Array.Find(candidates, static constructor
                => constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax)
            ?? (type.IsRecord && candidates is [var only] ? only : null);
    }
}
