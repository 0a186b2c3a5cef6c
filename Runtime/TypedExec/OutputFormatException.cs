namespace TypedExec;

/// <summary>The output of a command is not what a <see cref="RunAttribute">[Run]</see> method returns.</summary>
public sealed class OutputFormatException : FormatException
{
    /// <summary>An exception with a message.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public OutputFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The command: the program and its arguments, quoted for a POSIX shell, with secrets masked.</summary>
    public string Command { get; init; } = "";

    /// <summary>The line, or with <c>ItemSeparator</c> the item, that could not be read, from 1; null when it is the whole output.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The text that could not be read.</summary>
    public string Text { get; init; } = "";
}
