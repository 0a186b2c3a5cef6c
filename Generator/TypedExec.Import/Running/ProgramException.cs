namespace TypedExec.Import.Running;

/// <summary>A program could not be asked; the message is for the user.</summary>
internal sealed class ProgramException(string message, Exception? inner = null) : Exception(message, inner);
