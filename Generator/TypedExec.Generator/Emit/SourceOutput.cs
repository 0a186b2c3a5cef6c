using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.Generator.Emit;

/// <summary>The two ends of the pipeline: which classes it takes in, and the files it gives out.</summary>
internal static class SourceOutput
{
    /// <summary>The classes whose file names differ from those of other classes in case alone.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> AmbiguousNames(
        IncrementalValuesProvider<CommandModel> commands,
        IncrementalValuesProvider<CommandModel> subcommands,
        IncrementalValuesProvider<SpecifiedCommand> specified)
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
        context.RegisterSourceOutput(commands.Combine(ambiguous).WithTrackingName(Steps.Files), Emit);
        context.RegisterSourceOutput(subcommands.Combine(ambiguous).WithTrackingName(Steps.Files), Emit);
    }

    private static void Emit(SourceProductionContext context, (CommandModel Command, EquatableArray<string> Ambiguous) file)
        => context.AddSource(
            FileNames.Of(file.Command, file.Ambiguous),
            SourceText.From(CommandEmitter.Emit(file.Command), Encoding.UTF8));
}
