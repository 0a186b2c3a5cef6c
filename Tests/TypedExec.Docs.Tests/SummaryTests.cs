using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Docs.Tests;

/// <summary>IntelliSense says at a glance what a public member does.</summary>
public sealed partial class SummaryTests
{
    private const int MaxSentences = 2;

    private const int MaxLength = 200;

    public static TheoryData<string> Packages => [.. Shipped.Assemblies.Select(static assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_summary_is_one_or_two_short_sentences(string package)
    {
        var summaries = SummariesOf(package);

        var found = summaries
            .Where(static member => member.Text.Length > MaxLength || SentenceEnd().Count(member.Text) >= MaxSentences || !member.Text.EndsWith('.'))
            .Select(static member => $"{member.Id}: {member.Text.Length} characters: {member.Text}").ToList();

        Assert.NotEmpty(summaries);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_summary_says_more_than_the_name(string package)
    {
        var found = SummariesOf(package)
            .Where(static member => member.Text.StartsWith("This ", StringComparison.Ordinal) || Letters(Opening().Replace(member.Text, "")) == Letters(member.Name))
            .Select(static member => $"{member.Id}: {member.Text}").ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The summaries of a package's public members, except for those that are inherited.</summary>
    private static List<(string Id, string Name, string Text)> SummariesOf(string package)
    {
        var assembly = Shipped.Assemblies.Single(assembly => assembly.GetName().Name == package);
        var documentation = XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member")
            .Where(static member => member.Element("summary") is not null)
            .ToDictionary(static member => member.Attribute("name")!.Value, static member => TextOf(member.Element("summary")!));
        return
        [
            .. from symbol in PublicSymbols(assembly)
               let id = symbol.GetDocumentationCommentId()
               where id is not null && documentation.ContainsKey(id)
               select (id, symbol.Name == ".ctor" ? symbol.ContainingType.Name : symbol.Name, documentation[id]),
        ];
    }

    private static IEnumerable<ISymbol> PublicSymbols(Assembly assembly)
    {
        var reference = MetadataReference.CreateFromFile(assembly.Location);
        var symbol = (IAssemblySymbol)CSharpCompilation.Create("reader", references: [reference]).GetAssemblyOrModuleSymbol(reference)!;
        return Visible(symbol.GlobalNamespace);

        static IEnumerable<ISymbol> Visible(INamespaceOrTypeSymbol container)
            => container.GetMembers()
                .Where(static member => member is INamespaceSymbol || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)
                .SelectMany(static member => member switch
                {
                    INamespaceSymbol names => Visible(names),
                    INamedTypeSymbol type => Visible(type).Prepend(type),
                    _ => [member],
                });
    }

    /// <summary>The text as a tooltip shows it: a reference is the name of what it refers to.</summary>
    private static string TextOf(XElement element)
        => Blanks().Replace(string.Concat(element.Nodes().Select(static node => node switch
        {
            XElement { IsEmpty: true } reference => Target().Match((reference.FirstAttribute?.Value ?? "").Split('(')[0]).Value,
            XElement inner => TextOf(inner),
            XText text => text.Value,
            _ => "",
        })), " ").Trim();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();

    [GeneratedRegex(@"[.!?]\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(Gets( or sets)?|Represents|Specifies) (the |an? )?|^(The|An?) ")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\w+(``?\d+)?$")]
    private static partial Regex Target();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
