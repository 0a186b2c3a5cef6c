using System.ComponentModel;
using System.Text.RegularExpressions;

namespace TypedExec.Generated;

/// <summary>The groups of a match, by their names. Generated code reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputGroups
{
    private readonly Match _match;

    internal OutputGroups(Match match) => _match = match;

    /// <summary>A group that is parsed.</summary>
    /// <param name="name">The group.</param>
    /// <param name="parser">Parses it.</param>
    /// <exception cref="FormatException">It took no part in the match, or is not what is expected.</exception>
    public T Get<T>(string name, OutputParser<T> parser)
        => _match.Groups[name] is { Success: true } group
            ? FieldText.Parse($"group {name}", group.Value, parser)
            : throw new FormatException($"the group {name} is missing");

    /// <summary>A group that is parsed; the default value when it took no part in the match.</summary>
    /// <param name="name">The group.</param>
    /// <param name="parser">Parses it.</param>
    /// <exception cref="FormatException">It is not what is expected.</exception>
    public T? GetOrDefault<T>(string name, OutputParser<T> parser)
        => _match.Groups[name] is { Success: true } group ? FieldText.Parse($"group {name}", group.Value, parser) : default;

    /// <summary>The one value of a match: its group with a name, else its first group, else all of it.</summary>
    /// <param name="parser">Parses it.</param>
    /// <exception cref="FormatException">It is not what is expected.</exception>
    public T Single<T>(OutputParser<T> parser)
    {
        var group = _match.Groups.Values.FirstOrDefault(static group => !char.IsDigit(group.Name[0])) ?? _match.Groups[_match.Groups.Count > 1 ? 1 : 0];
        return Get(group.Name, parser);
    }
}
