namespace TypedExec.Import.CommandLine;

/// <summary>The exception that is thrown when the result can't be written to the requested file. The message is for the user.</summary>
internal sealed class CannotWriteException(string message, Exception inner) : Exception(message, inner);
