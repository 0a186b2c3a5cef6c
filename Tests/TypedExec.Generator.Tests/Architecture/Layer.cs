namespace TypedExec.Generator.Tests.Architecture;

/// <summary>The folders of the generator and of what it shares with the import tool, from the bottom to the top.</summary>
internal static class Layer
{
    /// <summary>Gets the namespaces without <c>TypedExec</c>. Those of one layer don't know each other either.</summary>
    public static string[][] All { get; } =
    [
        ["CommandLines.Text", "CommandLines.Model", "CommandLines.Naming", "Shells"],
        ["CommandLines.Specifications", "CommandLines.Declared"],
        ["CommandLines.Reading", "CommandLines.Planning"],
        ["Generator.Parsing", "Generator.Emit", "Generator.Methods.Templates", "Generator.Methods.Model"],
        ["Generator.Methods.Parsing", "Generator.Methods.Emit", "Generator.Specifications.Declared", "Generator.Specifications.Emit"],
        ["Generator.Incremental"],
        ["Generator.Methods", "Generator.Specifications"],
        ["Generator.Analyzers"],
        ["Generator"],
    ];

    public static string[] Names { get; } = [.. All.SelectMany(static layer => layer)];

    /// <summary>Returns the folder of a type: the longest name that it begins with, or null for what all may use.</summary>
    public static string? FolderOf(string fullName, string root)
        => fullName.StartsWith(root + ".", StringComparison.Ordinal) && Namespace(fullName[(root.Length + 1)..]) is { } name
            ? Names.Where(folder => name == folder || name.StartsWith(folder + ".", StringComparison.Ordinal)).MaxBy(static folder => folder.Length)
            : null;

    /// <summary>Returns whether one folder may use what is in another.</summary>
    public static bool MayUse(string from, string to)
        => from == to || Array.FindIndex(All, layer => layer.Contains(to)) < Array.FindIndex(All, layer => layer.Contains(from));

    private static string? Namespace(string name)
    {
        var type = name.Split('+', '/', '<', '`')[0];
        return type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : null;
    }
}
