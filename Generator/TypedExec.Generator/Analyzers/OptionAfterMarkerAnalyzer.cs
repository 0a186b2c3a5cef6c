using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Analyzers.Methods;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Methods.Templates;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>
/// No option follows the arguments where these follow <c>--</c>, in the class or in the template of a [Run] method: the program
/// would take it for one more argument.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionAfterMarkerAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.OptionAfterMarker)
{
    private const string Marker = "--";

    private protected override bool HoldsForGroups => true;

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (LastOptions(type) is not [var option, ..])
        {
            return;
        }

        if (Positionals.Find(type).FirstOrDefault(static argument => argument.Attribute.After == Marker) is { Property: not null } argument)
        {
            Report(context, Site(option, argument, type), option.Property.Name, $"the argument '{argument.Property.Name}'");
        }

        foreach (var method in RunMethods.Find(type))
        {
            if (!method.IsStatic && RunSettings.Read(method) is { } settings && FindMarker(TemplateParser.Parse(settings.Template, out _)) is { } word)
            {
                var place = MistakePlace.Template(word.Start, word.End);
                Report(
                    context,
                    MistakeSite.Find(method, place, context.Compilation, context.CancellationToken),
                    option.Property.Name,
                    $"the words of '{method.Name}'");
            }
        }
    }

    /// <summary>The options that go last: the class's own, and those of the commands around it.</summary>
    private static IReadOnlyList<FoundMember> LastOptions(INamedTypeSymbol type)
    {
        var options = new List<FoundMember>();
        for (var current = type; current is not null; current = CommandClass.Is(current) ? GlobalOptions.OuterOf(current) : null)
        {
            options.AddRange(MemberCollector.Collect(current)
                .Where(static member => member.Attribute is { IsOption: true, Details.Place: OptionPlace.AfterArguments }));
        }

        return options;
    }

    /// <summary>Where the class says it: at the option's place, or at the marker when the option is another class's.</summary>
    private static Location Site(FoundMember option, FoundMember argument, INamedTypeSymbol type)
    {
        if (IsOwn(option)
            && (KnownAttributes.Find(option.Property, KnownAttributes.Option) ?? KnownAttributes.Find(option.Property, KnownAttributes.OptionGroup)) is { } attribute)
        {
            return AttributeSite.Find(attribute, "Place");
        }

        return IsOwn(argument) && KnownAttributes.Find(argument.Property, KnownAttributes.Argument) is { } marker
            ? AttributeSite.Find(marker, "After")
            : type.Locations[0];

        bool IsOwn(FoundMember member) => SymbolEqualityComparer.Default.Equals(member.Property.ContainingType, type);
    }

    private static TemplateWord? FindMarker(IEnumerable<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            var found = node switch
            {
                TemplateWord { Parts: [{ IsHole: false, Text: Marker }] } word => word,
                TemplateGroup group => FindMarker(group.Nodes),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
