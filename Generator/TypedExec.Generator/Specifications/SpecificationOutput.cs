using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator.Emit;
using TypedExec.Generator.Specifications.Emit;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.Generator.Specifications;

/// <summary>
/// The pipeline of specifications: the class's attribute, the file that it names, both combined, and C# files. A file is read
/// once, and again only when it changes.
/// </summary>
internal static class SpecificationOutput
{
    /// <summary>Returns the additional files that an attribute names, after reading them.</summary>
    public static IncrementalValuesProvider<SpecificationFile> Specifications(
        this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<SpecificationTarget> commands)
    {
        var wanted = commands
            .Select(static (command, _) => command.Specification)
            .Collect()
            .Select(static (names, _) => new EquatableArray<string>([.. names.Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)]));

        // The text itself is passed on rather than the pair with the names, so that it stays the same when another attribute is
        // added.
        return context.AdditionalTextsProvider
            .Combine(wanted)
            .SelectMany(static (pair, _) => pair.Right.Any(name => SpecificationPath.Matches(SpecificationFile.Slashes(pair.Left.Path), name))
                ? ImmutableArray.Create(pair.Left)
                : [])
            .WithTrackingName(Steps.SpecificationTexts)
            .Select(static (text, cancellation) => SpecificationFile.Read(text, cancellation));
    }

    public static void EmitSpecified(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<SpecificationTarget> commands,
        IncrementalValuesProvider<SpecificationFile> specifications,
        IncrementalValueProvider<EquatableArray<string>> ambiguous)
    {
        var pairs = commands
            .Combine(specifications.Collect())
            .Select(static (pair, _) => (Command: pair.Left, Specification: Find(pair.Left, pair.Right)))
            .WithTrackingName(Steps.SpecifiedFiles);
        context.RegisterSourceOutput(pairs.Combine(ambiguous), static (output, file) => Emit(output, file.Left.Command, file.Left.Specification, file.Right));
    }

    /// <summary>Returns null if the file is missing, ambiguous or wrong, which an analyzer reports.</summary>
    private static CommandSpecification? Find(SpecificationTarget command, ImmutableArray<SpecificationFile> files)
    {
        var found = SpecificationPath.Find(files.Select(static file => file.Path), command.Specification, command.Directory);
        return found.Count == 1 ? files.First(file => file.Path == found[0]).Command : null;
    }

    private static void Emit(
        SourceProductionContext output, SpecificationTarget command, CommandSpecification? specification, EquatableArray<string> ambiguous)
    {
        // Without a specification the class is still a command, so that there is a single error rather than one for each use.
        var known = specification ?? new CommandSpecification(default, null, null, SpecificationTraits.None, default, default, default);
        foreach (var (name, text) in SpecifiedFiles.Create(command, known, FileNames.StemOf(command.Command, ambiguous), output.CancellationToken))
        {
            output.AddSource(name, SourceText.From(text, Encoding.UTF8));
        }
    }
}
