namespace TypedExec;

/// <summary>Represents a line that a child wrote.</summary>
/// <param name="Text">The line, without its line ending.</param>
/// <param name="IsError">True if the line was written to stderr, false if it was written to stdout.</param>
public readonly record struct OutputLine(string Text, bool IsError);
