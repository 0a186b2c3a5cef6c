namespace TypedExec.Import.Running;

/// <summary>The exception that is thrown when a program's help can't be read. The message is for the user.</summary>
internal sealed class ProgramException(string message, Exception? inner = null) : Exception(message, inner);
