using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Creates names for local variables that no parameter of the method has.</summary>
internal sealed class FreeNames(IMethodSymbol method)
{
    private readonly HashSet<string> _taken = [.. method.Parameters.Select(static parameter => parameter.Name)];

    public string Get(string wanted)
    {
        while (!_taken.Add(wanted))
        {
            wanted += "_";
        }

        return wanted;
    }
}
