namespace TypedExec.Import.Reading;

/// <summary>How a layout writes an option and its value where layouts differ.</summary>
internal sealed record SpellingRules
{
    /// <summary>Whether a word without brackets behind an option may be its value, as in <c>--name string</c>.</summary>
    public bool BareWords { get; init; }

    /// <summary>Whether <c>&lt;a|b&gt;</c> lists values; elsewhere it names the kinds of values that there are.</summary>
    public bool AlternativesAreValues { get; init; }

    /// <summary>Whether dots behind a name stand for its value; elsewhere they say that the option may be repeated.</summary>
    public bool DotsStandForValue { get; init; }

    /// <summary>Whether what stands behind <c>=</c> is the default and not a name, as in <c>--chunk-size=500:</c>.</summary>
    public bool DefaultsBehindEquals { get; init; }

    /// <summary>Whether what stands behind <c>=</c> may be a default, which shows: <c>=[]</c>, <c>=""</c>, <c>=0</c>, <c>=true</c>.</summary>
    public bool MayShowDefaults { get; init; }
}
