using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedExec.Docs.Tests;

/// <summary>The API reference leaves out what C# 14's extension blocks declare; a page lists it.</summary>
public sealed partial class ExtensionMemberTests
{
    [Fact]
    public void The_page_lists_exactly_the_extension_members_of_the_packages()
    {
        var listed = Row().Matches(new Page("docs/extension-members.md").Text)
            .SelectMany(static row => Name().Matches(row.Groups["members"].Value.Replace("\\|", "|", StringComparison.Ordinal)))
            .Select(static name => name.Groups["name"].Value);

        Assert.Equal(
            Shipped.Assemblies.SelectMany(static assembly => assembly.GetExportedTypes()).SelectMany(MembersOf).Distinct().Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> MembersOf(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)) || HasExtensionBlocks(type))
            .Select(static method => method.Name == "op_BitwiseOr" ? "operator |" : method.Name);

    /// <summary>The compiler puts the signatures of extension blocks into nested types with names like <c>&lt;G&gt;$…</c>.</summary>
    private static bool HasExtensionBlocks(Type type)
        => type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Any(static nested => nested.Name.StartsWith("<G>$", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| (?<members>`[^\n]*?`) \| `I(Command|Service)", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();
}
