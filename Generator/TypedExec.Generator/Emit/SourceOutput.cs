using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Emit;

/// <summary>The two ends of the pipeline: which classes it takes in, and the files it gives out.</summary>
internal static class SourceOutput
{
    public static IncrementalValuesProvider<CommandModel> CommandsWith(
        this IncrementalGeneratorInitializationContext context, string attribute)
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (match, cancellation) => CommandParser.Parse(match, cancellation))
            .Where(static model => model is not null)!;

    public static void EmitCommands(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<CommandModel> commands,
        IncrementalValuesProvider<CommandModel> subcommands)
    {
        var fileNames = commands.Collect()
            .Combine(subcommands.Collect())
            .Select(static (all, _) => FileNames.Ambiguous(all.Left, all.Right))
            .WithTrackingName(Steps.FileNames);

        context.RegisterSourceOutput(commands.Combine(fileNames).WithTrackingName(Steps.Files), Emit);
        context.RegisterSourceOutput(subcommands.Combine(fileNames).WithTrackingName(Steps.Files), Emit);
    }

    private static void Emit(SourceProductionContext context, (CommandModel Command, EquatableArray<string> Ambiguous) file)
        => context.AddSource(
            FileNames.Of(file.Command, file.Ambiguous),
            SourceText.From(CommandEmitter.Emit(file.Command), Encoding.UTF8));
}
