using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Naming;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>Positional arguments as properties with [Argument].</summary>
internal static class SourceArgument
{
    /// <summary>Writes a class's arguments. A list is the last one, and contains what follows it on the command line.</summary>
    public static void WriteAll(CodeWriter code, IReadOnlyList<PlannedArgument> arguments)
    {
        var ordinary = arguments.Where(argument => argument.Marker is null).ToList();
        var marked = arguments.Where(argument => argument.Marker is not null).ToList();
        var list = ordinary.FindIndex(argument => argument.IsList);
        var position = 0;
        foreach (var argument in list < 0 ? ordinary : ordinary.Take(list))
        {
            Write(code, argument, position++, []);
        }

        // With a marker after it, the list wouldn't be the last one. So it also contains what follows the marker.
        if (list >= 0)
        {
            Write(code, ordinary[list], position++, [.. ordinary.Skip(list + 1), .. marked]);
        }
        else if (marked.Count > 0)
        {
            Write(code, marked[0], position, []);
        }
    }

    private static void Write(CodeWriter code, PlannedArgument argument, int position, IReadOnlyList<PlannedArgument> following)
    {
        code.Line();
        SourceDocs.Write(code, argument, following);
        var settings = new List<string> { $"{position}" };
        if (argument.Marker is { } marker)
        {
            settings.Add($"After = {CSharp.Literal(marker.Name)}");
        }
        else if (argument.AllowsLeadingDash || following.Any(other => other.AllowsLeadingDash || other.Marker is not null)
            || (argument.IsList && argument.Specification!.Has(ArgumentTraits.Command)))
        {
            settings.Add("AllowLeadingDash = true");
        }

        if (SecretName.Is(argument.Specification!.Name))
        {
            settings.Add("Secret = true");
        }

        code.Attribute("Argument", settings);
        // A list that contains other arguments too is a list of strings.
        code.Line(following.Count > 0 ? $"public IReadOnlyList<string> {argument.Name} {{ get; init; }} = [];"
            : argument.IsList ? $"public IReadOnlyList<{argument.Member.Storage.ItemType}> {argument.Name} {{ get; init; }} = [];"
            : $"public {argument.Member.Storage.Type} {argument.Name} {{ get; init; }}");
    }
}
