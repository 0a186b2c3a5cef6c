using System.ComponentModel;
using System.Text.RegularExpressions;

namespace TypedExec.Generated;

/// <summary>Provides the groups of a match by name. For use by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputGroups
{
    private readonly Match _match;

    internal OutputGroups(Match match) => _match = match;

    /// <summary>Returns a parsed group.</summary>
    /// <param name="name">The group.</param>
    /// <param name="parser">Parses the group.</param>
    /// <exception cref="FormatException">The group didn't participate in the match, or isn't valid.</exception>
    public T Get<T>(string name, OutputParser<T> parser)
        => _match.Groups[name] is { Success: true } group
            ? FieldText.Parse($"group {name}", group.Value, parser)
            : throw new FormatException($"the group {name} is missing");

    /// <summary>Returns a parsed group, or the default value if it didn't participate in the match.</summary>
    /// <param name="name">The group.</param>
    /// <param name="parser">Parses the group.</param>
    /// <exception cref="FormatException">The group isn't valid.</exception>
    public T? GetOrDefault<T>(string name, OutputParser<T> parser)
        => _match.Groups[name] is { Success: true } group ? FieldText.Parse($"group {name}", group.Value, parser) : default;

    /// <summary>Returns the single value of a match: its named group, or its first group, or all of it.</summary>
    /// <param name="parser">Parses the value.</param>
    /// <exception cref="FormatException">The value isn't valid.</exception>
    public T Single<T>(OutputParser<T> parser)
    {
        var group = _match.Groups.Values.FirstOrDefault(static group => !char.IsDigit(group.Name[0])) ?? _match.Groups[_match.Groups.Count > 1 ? 1 : 0];
        return Get(group.Name, parser);
    }
}
