using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>One spelling of an option.</summary>
/// <param name="Text">The name with its dashes, without <c>[no-]</c>.</param>
/// <param name="Negatable">Whether it was written with <c>[no-]</c>.</param>
/// <param name="Values">The values behind it.</param>
/// <param name="Separator">What stands between it and its value; null for a space.</param>
internal sealed record SpelledName(string Text, bool Negatable, IReadOnlyList<HelpValue> Values, string? Separator);

/// <summary>The part of a line that spells an option: all its names, with their values.</summary>
internal sealed record SpelledOption
{
    public required IReadOnlyList<SpelledName> Names { get; init; }

    /// <summary>Whether dots behind a name say that it may be given more than once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Where in the text the description begins; the text's length when there is none.</summary>
    public int End { get; init; }

    /// <summary>Whether the line ends with a comma, so that the next one spells the same option.</summary>
    public bool IsOpen { get; init; }
}
