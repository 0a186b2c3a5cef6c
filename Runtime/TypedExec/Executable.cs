using TypedExec.Generated;
using TypedExec.Platform;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A program, with arguments where there are some, as a command that can be run, composed and passed on:
/// <c>new Executable("sort")["-u"] | new Executable("wc")["-l"]</c>. The static methods of a generated command class forward to one.
/// </summary>
/// <remarks>Immutable: every member gives another one.</remarks>
/// <param name="fileName">The program: a name that is looked up on the child's PATH, or a path.</param>
/// <param name="arguments">Arguments that go before those of a call, as <c>commit</c> in <c>git commit</c>.</param>
public sealed partial class Executable(string fileName, params string[] arguments) : ICommand
{
    /// <summary>The program: a name that is looked up on the child's PATH, or a path.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The arguments that go before those of a call.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [.. arguments];

    /// <inheritdoc cref="ICommand.Defaults"/>
    /// <exception cref="ArgumentException">It is the record of one verb; only a <see cref="ProcessOptions"/> itself can travel.</exception>
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

    /// <summary>The same program with more arguments: <c>new Executable("sort")["-u", "-k2"]</c>.</summary>
    /// <param name="args">The arguments, one item an argument.</param>
    public Executable this[params IEnumerable<string> args]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(args);
            return new Executable(FileName) { Arguments = CommandArguments.Concat(Arguments, args), Defaults = Defaults };
        }
    }

    /// <summary>
    /// The path at which a program would be found, as the command <c>which</c> shows it: a bare name is looked up on this process's
    /// PATH (on Windows with the extensions of PATHEXT), a path is taken as it is.
    /// </summary>
    /// <param name="fileName">The program.</param>
    /// <returns>The full path, or null when there is no such program that may be executed.</returns>
    /// <exception cref="ArgumentException"><paramref name="fileName"/> is empty or holds a NUL.</exception>
    public static string? FindPath(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentCheck.NoNul(fileName, nameof(fileName));
        return ProgramPath.Find(fileName);
    }

    /// <summary>The arguments that go before those of a call.</summary>
    public IReadOnlyList<string> ToArguments() => Arguments;

    /// <summary>The command line, quoted for a POSIX shell, secrets masked.</summary>
    public override string ToString() => CommandExtensions.ToCommandLine(this);
}
