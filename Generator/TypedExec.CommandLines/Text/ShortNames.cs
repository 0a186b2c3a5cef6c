namespace TypedExec.CommandLines.Text;

/// <summary>
/// The types that generated code refers to by their short names, below using directives for their namespaces. A file in which one
/// of these names could mean something else keeps them qualified.
/// </summary>
internal static class ShortNames
{
    private const string Global = "global::";

    // The longest come first, because a namespace may start with another one's name.
    private static readonly (string Namespace, string[] Types)[] Namespaces =
    [
        ("System.Runtime.CompilerServices", ["OverloadResolutionPriority"]),
        ("System.Diagnostics.CodeAnalysis", ["SetsRequiredMembers"]),
        ("System.Collections.Generic", ["IEnumerable", "IReadOnlyList"]),
        ("System.CodeDom.Compiler", ["GeneratedCode"]),
        ("TypedExec.Generated", ["BuilderParts", "BuilderValue", "CommandArguments", "EnumTexts", "IOptionGroup", "MethodCall", "OutputParsers"]),
        ("System.Threading", ["CancellationToken"]),
        ("TypedExec",
        [
            "ChildProcess", "CommandBuilder", "CommandExtensions", "ExecFileOptions", "ExecOptions", "ExecResult", "Executable",
            "Execution", "ForkOptions", "ForkedProcess", "ICommand", "ProcessOptions", "ShellCommand", "SpawnOptions",
            "SpawnSyncOptions", "SpawnSyncResult",
        ]),
        ("System", ["ArgumentNullException", "NotSupportedException", "ReadOnlySpan"]),
    ];

    // An attribute may be written with or without its suffix.
    private static readonly HashSet<string> Names =
    [
        .. Namespaces.SelectMany(static entry => entry.Types), "OverloadResolutionPriorityAttribute", "SetsRequiredMembersAttribute",
        "GeneratedCodeAttribute",
    ];

    /// <summary>Gets the using directives, one per line.</summary>
    public static string Usings { get; } = string.Join(
        "\n", Namespaces.Select(static entry => entry.Namespace).OrderBy(static name => name, StringComparer.Ordinal)
            .Select(static name => $"using {Global}{name};"));

    /// <summary>Returns whether a name is one of the short ones.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Finds the start of the next name that may be qualified. Returns -1 if there is none.</summary>
    public static int Find(string text, int start, int length) => text.IndexOf(Global, start, length, StringComparison.Ordinal);

    /// <summary>Returns the length of the qualification that the name at the position doesn't need, or 0.</summary>
    public static int Qualification(string text, int position)
    {
        var start = position + Global.Length;
        foreach (var (name, types) in Namespaces)
        {
            var end = start + name.Length;
            if (end < text.Length && text[end] == '.' && IsAt(text, start, name))
            {
                foreach (var type in types)
                {
                    if (IsAt(text, end + 1, type) && !IsPartOfName(text, end + 1 + type.Length))
                    {
                        return end + 1 - position;
                    }
                }
            }
        }

        return 0;
    }

    private static bool IsAt(string text, int position, string part) => string.CompareOrdinal(text, position, part, 0, part.Length) == 0;

    private static bool IsPartOfName(string text, int position) => position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_');
}
