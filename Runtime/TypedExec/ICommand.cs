namespace TypedExec;

/// <summary>
/// Represents a command as a value: a program and its arguments, which other code can accept, log, compare and compose. Every
/// generated command class that isn't static implements it.
/// </summary>
public interface ICommand
{
    /// <summary>Gets the program: a name that is looked up on the child's PATH, or a path.</summary>
    string FileName { get; }

    /// <summary>
    /// Gets the default options of the command, which apply to every call that doesn't override them, or null if there are none.
    /// </summary>
    ProcessOptions? Defaults => null;

    /// <summary>Returns the arguments after the program's name, one per item, in order.</summary>
    /// <exception cref="ArgumentException">A value contains a NUL, or a positional value starts with <c>-</c> where that isn't
    /// allowed.
    /// </exception>
    IReadOnlyList<string> ToArguments();
}
