using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <content>The rules for shell text.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ShellTextNotConstant = new(
        "TEXEC022",
        "Shell command isn't constant",
        "This text goes to the shell unchanged, including its values: pass an interpolated string, $\"…\", whose holes are quoted for the shell",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC022.md");

    public static readonly DiagnosticDescriptor HoleInsideQuotes = new(
        "TEXEC023",
        "Hole is inside quotes of a shell command",
        "The hole '{0}' is inside quotes, but each hole is quoted automatically: remove the quotes around it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC023.md");

    public static readonly DiagnosticDescriptor EvaluatedHole = new(
        "TEXEC034",
        "Hole of a shell command is evaluated as code",
        "The hole '{0}' is {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC034.md");
}
