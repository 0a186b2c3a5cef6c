using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>
/// Compares namespaces without creating their names, because this is done for every parameter after every edit.
/// </summary>
internal static class NamespaceName
{
    public static bool Is(INamespaceSymbol? symbol, string name)
    {
        var end = name.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            var start = end - symbol.Name.Length;
            if (start < 0
                || string.CompareOrdinal(name, start, symbol.Name, 0, symbol.Name.Length) != 0
                || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
            symbol = symbol.ContainingNamespace;
        }

        return end < 0;
    }
}
