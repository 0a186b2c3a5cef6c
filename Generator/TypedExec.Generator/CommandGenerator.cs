using Microsoft.CodeAnalysis;
using TypedExec.Generator.Emit;

namespace TypedExec.Generator;

/// <summary>
/// Gives every class with [Command] or [Subcommand] its members: attribute, then model, then text. Mistakes are
/// reported by the analyzers, so that no step depends on a location; for a class with one, less is generated or nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CommandGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.EmitCommands(
            context.CommandsWith("TypedExec.CommandAttribute").WithTrackingName(Steps.Commands),
            context.CommandsWith("TypedExec.SubcommandAttribute").WithTrackingName(Steps.Subcommands));
    }
}

/// <summary>The names of the pipeline's steps, by which the tests follow what is cached.</summary>
internal static class Steps
{
    public const string Commands = nameof(Commands);
    public const string Subcommands = nameof(Subcommands);
    public const string FileNames = nameof(FileNames);
    public const string Files = nameof(Files);

    public static readonly string[] All = [Commands, Subcommands, FileNames, Files];
}
