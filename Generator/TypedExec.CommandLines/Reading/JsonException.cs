namespace TypedExec.CommandLines.Reading;

/// <summary>A text isn't valid JSON, or exceeds a limit.</summary>
internal sealed class JsonException(string message, JsonSpan span, bool isLimit = false) : Exception(message)
{
    /// <summary>Gets where the text is wrong.</summary>
    public JsonSpan Span { get; } = span;

    /// <summary>Gets whether the text is rejected for its size rather than its form.</summary>
    public bool IsLimit { get; } = isLimit;
}
