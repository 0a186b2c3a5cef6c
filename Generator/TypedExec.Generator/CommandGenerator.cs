using Microsoft.CodeAnalysis;
using TypedExec.Generator.Emit;
using TypedExec.Generator.Incremental;
using TypedExec.Generator.Methods;
using TypedExec.Generator.Specifications;

namespace TypedExec.Generator;

/// <summary>
/// Adds members to every class with [Command] or [Subcommand]: attribute, then model, then text. Analyzers report mistakes, so
/// that no step depends on a location; for a class with a mistake, less or nothing is generated.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CommandGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.Declarations().WithTrackingName(Steps.Declarations);
        var commands = declarations.Select(static (declared, _) => declared.Class!).Where(static model => model is { Path.Count: 0 }).WithTrackingName(Steps.Commands);
        var subcommands = declarations.Select(static (declared, _) => declared.Class!).Where(static model => model is { Path.Count: > 0 }).WithTrackingName(Steps.Subcommands);
        var specified = declarations.Select(static (declared, _) => declared.Specified!).Where(static command => command is not null).WithTrackingName(Steps.SpecifiedCommands);
        var ambiguous = SourceOutput.AmbiguousNames(commands, subcommands, specified).WithTrackingName(Steps.FileNames);

        context.EmitCommands(commands, subcommands, ambiguous);
        context.EmitSpecified(specified, context.Specifications(specified).WithTrackingName(Steps.Specifications), ambiguous);
        context.EmitMethods();
    }
}

/// <summary>The names of the pipeline's steps, which the tests use to check what is cached.</summary>
internal static class Steps
{
    public const string Declarations = nameof(Declarations);
    public const string Commands = nameof(Commands);
    public const string Subcommands = nameof(Subcommands);
    public const string FileNames = nameof(FileNames);
    public const string Files = nameof(Files);
    public const string SpecifiedCommands = nameof(SpecifiedCommands);
    public const string SpecificationTexts = nameof(SpecificationTexts);
    public const string Specifications = nameof(Specifications);
    public const string SpecifiedFiles = nameof(SpecifiedFiles);

    public const string MethodClasses = nameof(MethodClasses);
    public const string MethodInterfaces = nameof(MethodInterfaces);
    public const string MethodFileNames = nameof(MethodFileNames);
    public const string MethodFiles = nameof(MethodFiles);

    /// <summary>The steps of classes without a specification.</summary>
    public static readonly string[] All = [Commands, Subcommands, FileNames, Files];

    /// <summary>The steps of classes with a specification.</summary>
    public static readonly string[] Specified = [SpecifiedCommands, SpecificationTexts, Specifications, SpecifiedFiles];

    /// <summary>The steps of [Run] methods.</summary>
    public static readonly string[] Methods = [MethodClasses, MethodInterfaces, MethodFileNames, MethodFiles];
}
