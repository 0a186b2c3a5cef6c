using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TypedExec.Docs.Tests.Support;

/// <summary>The assemblies of the packages, and what IntelliSense shows of them.</summary>
internal static partial class Shipped
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        typeof(CommandAttribute).Assembly,
        typeof(Testing.FakeCommands).Assembly,
        typeof(Extensions.TypedExecOptions).Assembly,
        Assembly.Load("TypedExec.Remote"),
    ];

    /// <summary>The documentation of each public type and of its members, without code.</summary>
    public static IEnumerable<(string Member, string Text)> Documentation(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().Select(static type => type.FullName!.Replace('+', '.')).ToHashSet(StringComparer.Ordinal);
        return
            from member in XDocument.Load(Path.ChangeExtension(assembly.Location, "xml"), LoadOptions.PreserveWhitespace).Descendants("member")
            let id = member.Attribute("name")!.Value
            let name = Parameters().Replace(id[2..], "")
            where types.Contains(name) || types.Contains(name[..Math.Max(0, name.LastIndexOf('.'))])
            select (id, Markup().Replace(Code().Replace(member.ToString(SaveOptions.DisableFormatting), "`"), " "));
    }

    [GeneratedRegex(@"\(.*")]
    private static partial Regex Parameters();

    [GeneratedRegex("<c>.*?</c>|<code>.*?</code>|<(see|paramref|typeparamref)[^>]*/>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
