using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>What the methods of a type have in common, collected while they are read.</summary>
internal sealed class SharedParts(string name)
{
    private readonly List<EnumTextsModel> _enums = [];
    private readonly List<string> _patterns = [];

    public EquatableArray<EnumTextsModel> Enums => EquatableArray<EnumTextsModel>.From(_enums);

    public EquatableArray<string> Patterns => EquatableArray<string>.From(_patterns);

    /// <summary>Gets the class that contains them.</summary>
    public string Name => name;

    /// <summary>Returns the field with the enum's texts.</summary>
    public string Field(INamedTypeSymbol type)
    {
        var reference = TypeName.ReferenceTo(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        if (_enums.Find(known => known.Type == reference) is { } known)
        {
            return $"{name}.{known.Field}";
        }

        List<EnumModel>? models = null;
        EnumParser.Add(ref models, type);
        // Two enums may have the same name in different places.
        var field = type.Name + "Texts";
        while (_enums.Exists(other => other.Field == field))
        {
            field += "_";
        }

        _enums.Add(new EnumTextsModel(reference, field, models![0].Members));
        return $"{name}.{field}";
    }

    /// <summary>Returns the field with the regular expression.</summary>
    public string Pattern(string pattern)
    {
        var index = _patterns.IndexOf(pattern);
        if (index < 0)
        {
            index = _patterns.Count;
            _patterns.Add(pattern);
        }

        return $"{name}.Pattern{index}";
    }
}
