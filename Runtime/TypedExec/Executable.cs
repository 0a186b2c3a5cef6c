using TypedExec.Generated;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// Represents a program, optionally with arguments, as a command that can be run, composed and passed around: <c>new
/// Executable("sort")["-u"] | new Executable("wc")["-l"]</c>.
/// </summary>
/// <remarks>
/// The static methods of generated command classes are forwarded to this type. The type is immutable: every member returns a
/// new instance.
/// </remarks>
/// <param name="fileName">The program: a name that is looked up on the child's PATH, or a path.</param>
/// <param name="arguments">The arguments that come before those of a call, such as <c>commit</c> in <c>git commit</c>.</param>
public sealed partial class Executable(string fileName, params string[] arguments) : ICommand
{
    /// <summary>Gets the program: a name that is looked up on the child's PATH, or a path.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Gets the arguments that come before those of a call.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [.. arguments];

    /// <inheritdoc cref="ICommand.Defaults"/>
    /// <exception cref="ArgumentException">The value is of a derived type. Only a <see cref="ProcessOptions"/> itself can be a default.</exception>
    public ProcessOptions? Defaults
    {
        get;
        init
        {
            if (value is not null)
            {
                OptionLayers.ThrowIfDerived(value, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Gets the same program with more arguments: <c>new Executable("sort")["-u", "-k2"]</c>.</summary>
    /// <param name="args">The arguments, one per item.</param>
    public Executable this[params IEnumerable<string> args]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(args);
            return new Executable(FileName) { Arguments = CommandArguments.Concat(Arguments, args), Defaults = Defaults };
        }
    }

    /// <summary>
    /// Finds the path of a program, like the command <c>which</c>. A bare name is looked up on this process's PATH (on Windows,
    /// with the extensions of PATHEXT); a path is used as it is.
    /// </summary>
    /// <param name="fileName">The program.</param>
    /// <returns>The full path, or null if there is no such executable program.</returns>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty or contains a NUL.</exception>
    public static string? FindPath(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentCheck.ThrowIfNul(fileName, nameof(fileName));
        return ProgramPath.Find(fileName);
    }

    /// <summary>Returns the arguments that come before those of a call.</summary>
    public IReadOnlyList<string> ToArguments() => Arguments;

    /// <summary>Returns the command line, quoted for a POSIX shell and with secrets masked.</summary>
    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
