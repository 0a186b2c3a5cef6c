namespace TypedExec;

/// <summary>A line that a child wrote.</summary>
/// <param name="Text">The line, without its end.</param>
/// <param name="IsError">Whether it came on stderr; else on stdout.</param>
public readonly record struct OutputLine(string Text, bool IsError);
