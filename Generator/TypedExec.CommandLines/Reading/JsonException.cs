namespace TypedExec.CommandLines.Reading;

/// <summary>A text is no JSON, or more of it than is read.</summary>
internal sealed class JsonException(string message, JsonSpan span, bool isLimit = false) : Exception(message)
{
    /// <summary>Where the text goes wrong.</summary>
    public JsonSpan Span { get; } = span;

    /// <summary>Whether the text is refused for its size rather than for its form.</summary>
    public bool IsLimit { get; } = isLimit;
}
