using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Analyzers;

/// <content>The rules for command classes and their members.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor CommandNotPartial = new(
        "TEXEC001",
        "Command class must be partial",
        "The command class '{0}' must be partial, so that its members can be generated: add the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC001.md");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "TEXEC002",
        "Type that contains a command class must be partial",
        "The type '{0}' must be partial because it contains the command class '{1}': add the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC002.md");

    public static readonly DiagnosticDescriptor BlankProgram = new(
        "TEXEC003",
        "Program or subcommand must have a name",
        "[{0}] on '{1}' has no name: specify {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC003.md");

    public static readonly DiagnosticDescriptor NameClash = new(
        "TEXEC012",
        "Name conflicts with a generated member",
        "'{0}' has the name of a member that is generated for '{1}': use another name, such as '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC012.md");

    public static readonly DiagnosticDescriptor GenericCommand = new(
        "TEXEC013",
        "Command class must not be generic",
        "The command class '{0}' can't be generated because '{1}' has type parameters: remove them, or move the class out",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC013.md");

    public static readonly DiagnosticDescriptor SubcommandOutsideCommand = new(
        "TEXEC014",
        "Subcommand outside a command class",
        "'{0}' has [Subcommand] but is not nested directly in a class with [Command] or [Subcommand]: nest it in one, or use [Command]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC014.md");

    public static readonly DiagnosticDescriptor AbstractCommand = new(
        "TEXEC015",
        "Command class must not be abstract",
        "The command class '{0}' must not be abstract because instances of it are run: remove the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC015.md");

    public static readonly DiagnosticDescriptor FileLocalCommand = new(
        "TEXEC016",
        "Command class must not be file-local",
        "'{0}' is file-local, so a generated file can't extend it: remove the modifier",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC016.md");

    public static readonly DiagnosticDescriptor CommandAndSubcommand = new(
        "TEXEC018",
        "Class is both command and subcommand",
        "'{0}' has both [Command] and [Subcommand]: keep [Subcommand] for a part of the outer command, or [Command] for a separate program",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC018.md");

    public static readonly DiagnosticDescriptor NoBuilder = new(
        "TEXEC021",
        "Option builder can't be generated",
        "'{0}' gets no CreateBuilder() because {1}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC021.md");

    public static readonly DiagnosticDescriptor MessagesNeedFork = new(
        "TEXEC024",
        "[Messages] requires a command that forks",
        "'{0}' has [Messages] but no Fork: add Fork = true to its [Command], or remove the attribute",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC024.md");

    public static readonly DiagnosticDescriptor MessagesUnusable = new(
        "TEXEC025",
        "[Messages] must name usable types",
        "[Messages] on '{0}' requires the following for {1}: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC025.md");

    public static readonly DiagnosticDescriptor BlankInProgram = new(
        "TEXEC036",
        "Program name contains a space",
        "'{0}' isn't the name of a program: use [Command(\"{1}\")] with a nested class that has [Subcommand(\"{2}\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC036.md");

    public static readonly DiagnosticDescriptor DuplicateSubcommand = new(
        "TEXEC037",
        "Subcommand is declared twice",
        "The subcommand '{0}' of '{1}' is already the subcommand of '{2}': use different words, or combine the classes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC037.md");

    public static readonly DiagnosticDescriptor NulInText = new(
        "TEXEC038",
        "Text contains a NUL",
        "{0} of '{1}' contains a NUL, which would truncate the argument: remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC038.md");

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        "TEXEC039",
        "Generated code requires C# 13",
        "This project is compiled as C# {0}, but generated code requires C# 13: set <LangVersion>13</LangVersion> or higher, or remove LangVersion",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TEXEC039.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
