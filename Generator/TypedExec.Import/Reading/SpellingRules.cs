namespace TypedExec.Import.Reading;

/// <summary>The notation of options and values, where layouts differ.</summary>
internal sealed record SpellingRules
{
    /// <summary>Whether a word without brackets after an option may be its value, as in <c>--name string</c>.</summary>
    public bool BareWords { get; init; }

    /// <summary>Whether <c>&lt;a|b&gt;</c> lists values rather than kinds of values.</summary>
    public bool AlternativesAreValues { get; init; }

    /// <summary>Whether dots after a name represent its value rather than mark the option as repeatable.</summary>
    public bool DotsStandForValue { get; init; }

    /// <summary>Whether the text after <c>=</c> is the default rather than a name, as in <c>--chunk-size=500:</c>.</summary>
    public bool DefaultsBehindEquals { get; init; }

    /// <summary>Whether the text after <c>=</c> may be a default if it looks like one: <c>=[]</c>, <c>=""</c>, <c>=0</c>, <c>=true</c>.</summary>
    public bool MayShowDefaults { get; init; }
}
