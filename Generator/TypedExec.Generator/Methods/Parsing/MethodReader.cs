using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Methods.Templates;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// Reads a [Run] method: its model, and every mistake in it. The generator uses the model and the analyzer the mistakes, so that
/// the two never disagree.
/// </summary>
internal static class MethodReader
{
    /// <summary>Returns null if not even a stub can be generated.</summary>
    public static MethodModel? Read(IMethodSymbol method, SharedParts shared, out List<MethodMistake> mistakes)
    {
        mistakes = [];
        if (RunSettings.Read(method) is not { } settings || !CompleteDeclaration.Is(method))
        {
            return null;
        }

        if (DeclarationProblem(method) is { } problem)
        {
            mistakes.Add(new MethodMistake(MistakeKind.NotPartial, MistakePlace.Name, method.Name, problem));
            return null;
        }

        if (SignatureProblem(method) is { } signature)
        {
            mistakes.Add(new MethodMistake(MistakeKind.Signature, MistakePlace.Name, method.Name, signature));
            return null;
        }

        var body = ReadBody(method, settings, shared, mistakes);
        var fatal = mistakes.Find(static mistake => !mistake.IsWarning);
        return new MethodModel(
            Header(method),
            fatal is not null ? $"TEXEC{(int)fatal.Kind:000}" : body is null ? $"TEXEC{(int)MistakeKind.ReturnType:000}" : null,
            fatal is null ? body : null);
    }

    private static MethodBodyModel? ReadBody(IMethodSymbol method, RunSettings settings, SharedParts shared, List<MethodMistake> mistakes)
    {
        var nodes = TemplateParser.Parse(settings.Template, out var malformed);
        if (malformed is not null)
        {
            // In a template that can't be parsed, unknown and missing parameters would be a guess.
            mistakes.Add(new MethodMistake(MistakeKind.Template, MistakePlace.Template(malformed.Start, malformed.End), malformed.Message));
            return null;
        }

        var names = new FreeNames(method);
        var output = new OutputReader(method, settings, shared, mistakes).Read();
        var isAsync = IsAsync(method.ReturnType);
        var template = new TemplateReader(method, mistakes, parameter => ReadHole(parameter, shared, names, mistakes));
        var items = template.Read(nodes);
        var others = new OtherParametersReader(output, isAsync, shared, mistakes);
        var hasUnknownHole = mistakes.Exists(static mistake => mistake.Kind == MistakeKind.UnknownHole);
        foreach (var parameter in method.Parameters)
        {
            if (template.Uses(parameter.Name))
            {
                continue;
            }

            if (OtherParametersReader.IsOne(parameter.Type))
            {
                others.Read(parameter);
            }
            else if (!hasUnknownHole && parameter.Type.TypeKind != TypeKind.Error)
            {
                mistakes.Add(new MethodMistake(MistakeKind.ParameterWithoutHole, MistakePlace.Parameter(parameter.Ordinal), parameter.Name)
                {
                    Fix = parameter.Name,
                });
            }

            RefuseHoleSettings(parameter, mistakes);
        }

        return output is null ? null : new MethodBodyModel(
            method is { IsStatic: false, ContainingType.TypeKind: TypeKind.Class },
            names.Get("call"),
            names.Get("item"),
            others.Model,
            template.NotNull,
            template.Lists,
            items,
            output);
    }

    private static HoleModel? ReadHole(IParameterSymbol parameter, SharedParts shared, FreeNames names, List<MethodMistake> mistakes)
    {
        var place = MistakePlace.Parameter(parameter.Ordinal);
        var settings = HoleSettings.Read(parameter);
        var hole = OtherParametersReader.IsOne(parameter.Type) ? null : HoleReader.Read(parameter, settings, shared, names.Get);
        if (hole is null)
        {
            if (parameter.Type.TypeKind != TypeKind.Error)
            {
                mistakes.Add(new MethodMistake(
                    MistakeKind.HoleType,
                    place,
                    parameter.Name,
                    parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                    "a string, a bool, a number, an enum, another IFormattable or IParsable<T>, or a list of them"));
            }

            return null;
        }

        if (settings.Join is not null && (!hole.IsList || settings.Join.Length == 0))
        {
            mistakes.Add(new MethodMistake(
                MistakeKind.SettingWithoutEffect,
                MistakePlace.Hole(parameter.Ordinal, nameof(HoleSettings.Join)),
                nameof(HoleSettings.Join),
                parameter.Name,
                hole.IsList ? "an empty separator wouldn't separate the items" : "it is for lists"));
            hole = hole with { Join = null };
        }

        if (settings.Format is not null && hole.Value?.Kind != ValueKind.Formattable)
        {
            mistakes.Add(new MethodMistake(
                MistakeKind.SettingWithoutEffect,
                MistakePlace.Hole(parameter.Ordinal, nameof(HoleSettings.Format)),
                nameof(HoleSettings.Format),
                parameter.Name,
                "it is for numbers, dates and other IFormattable types"));
            hole = hole with { Format = null };
        }

        return hole;
    }

    private static void RefuseHoleSettings(IParameterSymbol parameter, List<MethodMistake> mistakes)
    {
        if (HoleSettings.Read(parameter).IsSet && OtherParametersReader.IsOne(parameter.Type))
        {
            mistakes.Add(new MethodMistake(
                MistakeKind.SettingWithoutEffect, MistakePlace.Hole(parameter.Ordinal, ""), "[Hole]", parameter.Name, "it isn't written into the template"));
        }
    }

    private static bool IsAsync(ITypeSymbol type)
        => type.Name is "Task" or "IAsyncEnumerable" || (type is INamedTypeSymbol named && named.Name is "Execution" or "ChildProcess" && KnownAttributes.IsOurs((INamedTypeSymbol)type));

    private static string? DeclarationProblem(IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return method.IsAbstract && !method.IsStatic ? null : "an instance method without a body";
        }

        return method is { IsPartialDefinition: true } && (method.PartialImplementationPart is null || UserMembers.IsGenerated(method.PartialImplementationPart))
            ? null
            : "partial, and without a body";
    }

    private static string? SignatureProblem(IMethodSymbol method)
    {
        if (method.TypeParameters.Length > 0)
        {
            return "it has type parameters; remove them";
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return "it returns by reference; return the value";
        }

        return method.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None) is { } parameter
            ? $"its parameter '{parameter.Name}' is passed by reference; pass the value"
            : null;
    }

    /// <summary>Returns the implementing part: what the user wrote, without attributes and default values.</summary>
    private static string Header(IMethodSymbol method)
    {
        var isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        var parameters = string.Join(", ", method.Parameters.Select(parameter =>
            (method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "")
            + (parameter.IsParams && !isInterface ? "params " : "")
            + $"{TypeName.ReferenceTo(parameter.Type)} {TypeName.Escape(parameter.Name)}"));
        var name = TypeName.Escape(method.Name);
        var type = TypeName.ReferenceTo(method.ReturnType);
        if (isInterface)
        {
            return $"{type} {TypeName.From(method.ContainingType).Reference}.{name}({parameters})";
        }

        var modifiers = method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax declaration
            ? string.Join(" ", declaration.Modifiers.Select(static modifier => modifier.Text))
            : "partial";
        return $"{modifiers} {type} {name}({parameters})";
    }
}
