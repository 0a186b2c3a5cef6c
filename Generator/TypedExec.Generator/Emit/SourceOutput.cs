using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.Generator.Emit;

/// <summary>The two ends of the pipeline: which classes it accepts, and the files it produces.</summary>
internal static class SourceOutput
{
    /// <summary>Returns the classes whose file names differ from those of other classes only in case.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> AmbiguousNames(
        IncrementalValuesProvider<CommandModel> commands,
        IncrementalValuesProvider<CommandModel> subcommands,
        IncrementalValuesProvider<SpecificationTarget> specified)
        => commands.Collect()
            .Combine(subcommands.Collect())
            .Combine(specified.Select(static (command, _) => command.Command).Collect())
            .Select(static (all, _) => FileNames.Ambiguous([.. all.Left.Left, .. all.Left.Right, .. all.Right]));

    public static void EmitCommands(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CommandModel> commands,
        IncrementalValuesProvider<CommandModel> subcommands,
        IncrementalValueProvider<EquatableArray<string>> ambiguous)
    {
        context.RegisterSourceOutput(commands.WithFileName(ambiguous), Emit);
        context.RegisterSourceOutput(subcommands.WithFileName(ambiguous), Emit);
    }

    /// <summary>
    /// Pairs each class with its file name, so that a new ambiguity affects only the classes whose name it changes.
    /// </summary>
    private static IncrementalValuesProvider<(CommandModel Command, string FileName)> WithFileName(
        this IncrementalValuesProvider<CommandModel> commands, IncrementalValueProvider<EquatableArray<string>> ambiguous)
        => commands.Combine(ambiguous).Select(static (pair, _) => (pair.Left, FileNames.Create(pair.Left, pair.Right))).WithTrackingName(Steps.Files);

    private static void Emit(SourceProductionContext context, (CommandModel Command, string FileName) file)
        => context.AddSource(file.FileName, SourceText.From(CommandEmitter.Emit(file.Command), Encoding.UTF8));
}
