using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Docs.Tests.Support;

/// <summary>
/// A C# block together with what a reader of the page has seen before it: the directives and the types of earlier blocks, unless
/// it declares a type of that name itself, and the names of the page's <c>&lt;!-- prelude … --&gt;</c> comments.
/// </summary>
/// <remarks>Additional files are the blocks before it with <c>file=NAME</c>, and the specifications of the tests.</remarks>
internal sealed record Example(Page Page, Block Block, string Source, bool IsProgram, IReadOnlyList<(string Name, string Text)> Files)
{
    private const string PreludeMark = "<!-- prelude";

    public static IEnumerable<Example> In(Page page)
    {
        var usings = new List<string>();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in Block.In(page).Where(static block => block is { IsCSharp: true, IsForeign: false }))
        {
            var unit = CSharpSyntaxTree.ParseText(block.Text, Compiling.ParseOptions).GetCompilationUnitRoot(CancellationToken.None);
            var statements = unit.Members.OfType<GlobalStatementSyntax>().ToList();
            var own = unit.Members.Except(statements.Cast<MemberDeclarationSyntax>()).ToList();
            var names = own.Select(NameOf).ToHashSet(StringComparer.Ordinal);

            // A program's statements come before its types; on a page, whichever is easier to read comes first.
            IEnumerable<string> source =
            [
                .. usings.Concat(unit.Usings.Select(static directive => directive.ToString())).Distinct(StringComparer.Ordinal),
                "using static Prelude;",
                $"#line {block.Line} \"{page.Path}\"",
                .. statements.Select(static statement => statement.ToFullString()),
                .. own.Select(static type => type.ToFullString()),
                "#line 1 \"earlier on the page\"",
                .. types.Where(type => !names.Contains(type.Key)).Select(static type => type.Value),
                $"internal static partial class Prelude {{ {PreludeOf(page)} }}",
            ];
            yield return new Example(page, block, string.Join('\n', source), statements.Count > 0, FilesBefore(page, block));

            if (block.Errors.Length == 0)
            {
                usings.AddRange(unit.Usings.Select(static directive => directive.ToString()));
                foreach (var type in own)
                {
                    types[NameOf(type)] = type.ToFullString();
                }
            }
        }
    }

    private static IReadOnlyList<(string Name, string Text)> FilesBefore(Page page, Block example)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in Block.In(page).Where(block => block.Line < example.Line && block.FileName is not null))
        {
            files[block.FileName!] = block.Text;
        }

        return [.. files.Select(static file => (file.Key, file.Value))];
    }

    /// <summary>Returns the members of a class whose names the examples of a page use without declaring them.</summary>
    private static string PreludeOf(Page page)
    {
        var prelude = "";
        for (var start = page.Text.IndexOf(PreludeMark, StringComparison.Ordinal); start >= 0;)
        {
            var end = page.Text.IndexOf("-->", start, StringComparison.Ordinal);
            prelude += page.Text[(start + PreludeMark.Length)..end];
            start = page.Text.IndexOf(PreludeMark, end, StringComparison.Ordinal);
        }

        return prelude;
    }

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => member.ToString(),
    };
}
