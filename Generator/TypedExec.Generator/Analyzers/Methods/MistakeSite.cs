using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers.Methods;

/// <summary>Locates mistakes in the user's code.</summary>
internal static class MistakeSite
{
    public static Location Find(IMethodSymbol method, MistakePlace place, Compilation compilation, CancellationToken cancellation)
    {
        switch (place.Kind)
        {
            case PlaceKind.Template:
                return OfTemplate(method, place, compilation, cancellation);
            case PlaceKind.Return when method.DeclaringSyntaxReferences is [var declaration, ..]
                && declaration.GetSyntax(cancellation) is MethodDeclarationSyntax syntax:
                return syntax.ReturnType.GetLocation();
            case PlaceKind.RunSetting:
                return Setting(KnownAttributes.Find(method, KnownAttributes.Run), place.Setting, method);
            case PlaceKind.Parameter:
                return method.Parameters[place.Start].Locations.FirstOrDefault() ?? Location.None;
            case PlaceKind.HoleSetting:
                return Setting(
                    KnownAttributes.Find(method.Parameters[place.Start], KnownAttributes.Hole),
                    place.Setting is "" ? null : place.Setting,
                    method.Parameters[place.Start]);
            case PlaceKind.Progress:
                return Setting(KnownAttributes.Find(method.Parameters[place.Start], KnownAttributes.Progress), null, method.Parameters[place.Start]);
            default:
                return method.Locations.FirstOrDefault() ?? Location.None;
        }
    }

    /// <summary>Returns the template as it is written, or null if the attribute isn't in a file.</summary>
    public static ExpressionSyntax? Template(IMethodSymbol method, CancellationToken cancellation)
        => KnownAttributes.Find(method, KnownAttributes.Run)?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax
            {
                ArgumentList.Arguments: [{ NameEquals: null, Expression: var expression }, ..],
            }
            ? expression
            : null;

    private static Location OfTemplate(IMethodSymbol method, MistakePlace place, Compilation compilation, CancellationToken cancellation)
    {
        if (Template(method, cancellation) is not { } template)
        {
            return method.Locations.FirstOrDefault() ?? Location.None;
        }

#pragma warning disable RS1030 // The model of the attribute's file, which a symbol action does not bring.
        var model = compilation.GetSemanticModel(template.SyntaxTree);
#pragma warning restore RS1030
        return Location.Create(
            template.SyntaxTree, TextMap.Create(template, model, cancellation).Span(place.Start, place.End, template));
    }

    private static Location Setting(AttributeData? attribute, string? setting, ISymbol fallback)
        => attribute is null ? fallback.Locations.FirstOrDefault() ?? Location.None : AttributeSite.Find(attribute, setting);
}
