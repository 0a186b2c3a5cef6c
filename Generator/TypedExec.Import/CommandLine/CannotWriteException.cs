namespace TypedExec.Import.CommandLine;

/// <summary>A result cannot be written where it was asked for; the message is for the user.</summary>
internal sealed class CannotWriteException(string message, Exception inner) : Exception(message, inner);
