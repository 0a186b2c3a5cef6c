namespace TypedExec;

/// <summary>
/// A command as a value: a program with its arguments, that other code can take, log, compare and compose. Every
/// generated command class that is not static implements it.
/// </summary>
public interface ICommand
{
    /// <summary>The program: a name that is looked up on the child's PATH, or a path.</summary>
    string FileName { get; }

    /// <summary>
    /// Options that travel with the command: they hold for every call that does not say otherwise. Null for none, as by default.
    /// </summary>
    ProcessOptions? Defaults => null;

    /// <summary>The arguments behind the program's name, one item an argument, in order.</summary>
    /// <exception cref="ArgumentException">
    /// A value holds a NUL, or a positional value starts with <c>-</c> and nothing allows that.
    /// </exception>
    IReadOnlyList<string> ToArguments();
}
