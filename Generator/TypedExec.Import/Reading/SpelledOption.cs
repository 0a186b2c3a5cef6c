using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>One spelling of an option.</summary>
/// <param name="Text">The name with its dashes, without <c>[no-]</c>.</param>
/// <param name="Negatable">Whether it was written with <c>[no-]</c>.</param>
/// <param name="Values">The values after it.</param>
/// <param name="Separator">The separator between it and its value, or null for a space.</param>
internal sealed record SpelledName(string Text, bool Negatable, IReadOnlyList<HelpValue> Values, string? Separator);

/// <summary>The part of a line that spells an option: all its names, with their values.</summary>
internal sealed record SpelledOption
{
    public required IReadOnlyList<SpelledName> Names { get; init; }

    /// <summary>Whether dots after a name mark it as repeatable.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>The position in the text where the description starts; the text's length if there is none.</summary>
    public int End { get; init; }

    /// <summary>Whether the line ends with a comma, so that the next one spells the same option.</summary>
    public bool IsOpen { get; init; }
}
