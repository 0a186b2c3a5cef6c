using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <content>The rules for specifications.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor SpecificationMissing = new(
        "TEXEC026",
        "Specification must be an additional file",
        "The specification '{0}' isn't among the project's AdditionalFiles: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC026.md");

    public static readonly DiagnosticDescriptor SpecificationAmbiguous = new(
        "TEXEC027",
        "Specification matches several additional files",
        "The specification '{0}' matches {1}: specify more of the path",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC027.md");

    public static readonly DiagnosticDescriptor SpecificationNoJson = new(
        "TEXEC028",
        "Specification must be JSON",
        "Invalid JSON: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC028.md");

    public static readonly DiagnosticDescriptor SpecificationWrong = new(
        "TEXEC029",
        "Specification is invalid",
        "Invalid specification: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC029.md");

    public static readonly DiagnosticDescriptor SpecificationTooLarge = new(
        "TEXEC030",
        "Specification is too large",
        "This exceeds the limits of the generator: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC030.md");
}
