using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        if (RunSettings.Read(method) is not { } settings || !IsTypedOut(method))
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

    /// <summary>
    /// Whether all names, types and modifiers are there that a part which implements it needs; while some are not, the compiler says so
    /// where the user can see it.
    /// </summary>
    private static bool IsTypedOut(IMethodSymbol method)
        => method.Name.Length > 0
            // The name of a method that implements an interface's, which isn't complete yet, contains a dot.
            && method.Name.IndexOf('.') < 0
            && HasAccessibility(method)
            && HasModifiers(method)
            && Visibility.IsConsistent(method)
            && IsKnown(method.ReturnType)
            && method.Parameters.All(static parameter => parameter.Name.Length > 0 && IsKnown(parameter.Type))
            && method.Parameters.All(parameter => !parameter.IsParams || (parameter.Ordinal == method.Parameters.Length - 1 && ParamsType.Is(parameter.Type)))
            && method.Parameters.Select(static parameter => parameter.Name).Distinct().Count() == method.Parameters.Length;

    /// <summary>A partial method that returns something says who sees it.</summary>
    private static bool HasAccessibility(IMethodSymbol method)
        => !method.IsPartialDefinition
            || method.ReturnsVoid
            || method.ContainingType.TypeKind == TypeKind.Interface
            || method.DeclaringSyntaxReferences is not [var part, ..]
            || part.GetSyntax() is not MethodDeclarationSyntax declaration
            || declaration.Modifiers.Any(static modifier => modifier.Kind()
                is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword);

    /// <summary>The implementing part repeats the modifiers, so each must be one that a partial method can have, and go with the others.</summary>
    private static bool HasModifiers(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition || method.DeclaringSyntaxReferences is not [var part, ..] || part.GetSyntax() is not MethodDeclarationSyntax declaration)
        {
            return true;
        }

        var kinds = declaration.Modifiers.Select(static modifier => modifier.Kind()).ToArray();
        return kinds.All(static kind => kind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword
                or SyntaxKind.StaticKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.SealedKeyword or SyntaxKind.NewKeyword
                or SyntaxKind.UnsafeKeyword or SyntaxKind.PartialKeyword)
            && (Count(SyntaxKind.UnsafeKeyword) == 0 || AllowsUnsafe(method))
            && kinds.Distinct().Count() == kinds.Length
            && kinds[kinds.Length - 1] == SyntaxKind.PartialKeyword
            && Count(SyntaxKind.StaticKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword) < 2
            && Count(SyntaxKind.NewKeyword, SyntaxKind.OverrideKeyword) < 2
            && (Count(SyntaxKind.SealedKeyword) == 0 || Count(SyntaxKind.OverrideKeyword) > 0);

        int Count(params SyntaxKind[] wanted) => kinds.Count(kind => wanted.Contains(kind));
    }

    private static bool AllowsUnsafe(IMethodSymbol method)
        => method.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options: CSharpCompilationOptions { AllowUnsafe: true } };

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        IPointerTypeSymbol pointer => IsKnown(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.All(IsKnown) && (named.ContainingType is not { } outer || IsKnown(outer)),
        _ => true,
    };

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
