namespace TypedExec;

/// <summary>
/// The exception that is thrown when a command's output can't be converted to the return type of a
/// <see cref="RunAttribute">[Run]</see> method.
/// </summary>
public sealed class OutputFormatException : FormatException
{
    /// <summary>Initializes a new instance with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public OutputFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the command, with secrets masked: the program and its arguments, quoted for a POSIX shell.</summary>
    public string Command { get; init; } = "";

    /// <summary>
    /// Gets the number, from 1, of the line (or, with <c>ItemSeparator</c>, of the item) that couldn't be parsed. It is null if
    /// that is the whole output.
    /// </summary>
    public int? LineNumber { get; init; }

    /// <summary>Gets the text that couldn't be parsed.</summary>
    public string Text { get; init; } = "";
}
