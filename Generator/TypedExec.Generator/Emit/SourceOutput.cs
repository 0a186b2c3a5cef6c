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
        context.RegisterSourceOutput(commands.WithFileName(ambiguous), Emit);
        context.RegisterSourceOutput(subcommands.WithFileName(ambiguous), Emit);
    }

    /// <summary>Each class with its own file name, so that a new ambiguity touches the classes alone whose name it changes.</summary>
    private static IncrementalValuesProvider<(CommandModel Command, string FileName)> WithFileName(
        this IncrementalValuesProvider<CommandModel> commands, IncrementalValueProvider<EquatableArray<string>> ambiguous)
        => commands.Combine(ambiguous).Select(static (pair, _) => (pair.Left, FileNames.Of(pair.Left, pair.Right))).WithTrackingName(Steps.Files);

    private static void Emit(SourceProductionContext context, (CommandModel Command, string FileName) file)
        => context.AddSource(file.FileName, SourceText.From(CommandEmitter.Emit(file.Command), Encoding.UTF8));
}
