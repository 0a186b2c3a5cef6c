using System.Globalization;
using System.Runtime.CompilerServices;
using TypedExec.Shells;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// Represents a command line for a shell, written as an interpolated string: <c>Node.Exec($"count.js {i} | wc -l")</c>.
/// </summary>
/// <remarks>
/// <para>The literal text goes to the shell unchanged, and every hole is quoted for the shell that runs it, so that its value
/// stays one word.</para>
/// <para>A hole that is a sequence becomes several words, an <see cref="ICommand"/> becomes its program and arguments, and
/// another <see cref="ShellCommand"/> becomes its text. Use <see cref="Raw"/> to insert text unquoted. The shell is recognized by
/// the file name of the option <see cref="ProcessOptions.Shell"/>.</para>
/// <para>The following throw <see cref="ArgumentException"/> before anything is started: a hole in a place where the shell
/// wouldn't honor its quotes (inside quotes of the text, in comments, backticks and here-documents, after a backslash or a
/// <c>$</c>), a sequence adjacent to other text, null, and values that can't be passed to the shell safely, such as a line break
/// for cmd.exe.</para>
/// <para>To the compiler, an interpolated string whose holes are all constant strings is itself a constant <c>string</c>. If you
/// write a method with an overload for each, give the overload for this type a higher
/// <see cref="OverloadResolutionPriorityAttribute"/>, so that such holes are quoted too.</para>
/// </remarks>
[InterpolatedStringHandler]
public sealed class ShellCommand
{
    private readonly List<ShellPart> _parts;
    private readonly List<string> _innerSecrets = [];

    /// <summary>Begins an interpolated string. For use by the compiler.</summary>
    /// <param name="literalLength">The number of characters in the text.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public ShellCommand(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new List<ShellPart>(2 * formattedCount + 1);
    }

    private ShellCommand(IEnumerable<ShellPart> parts) => _parts = [.. parts];

    /// <summary>
    /// Creates a text that is inserted into the command line unquoted. Its content is the caller's responsibility.
    /// </summary>
    /// <param name="text">The text, in the shell's language.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> contains a NUL.</exception>
    public static ShellCommand Raw(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentCheck.ThrowIfNul(text, nameof(text));
        return new ShellCommand([ShellPart.Text(text)]);
    }

    /// <summary>
    /// Creates a command line with every hole quoted, for languages that don't support interpolated string handlers.
    /// </summary>
    /// <remarks>
    /// In F# and Visual Basic, <c>Exec($"…")</c> passes a plain string, with nothing quoted;
    /// <c>Exec(ShellCommand.Quoted($"…"))</c> quotes as C# does.
    /// </remarks>
    /// <param name="text">The text and its holes. The width of a hole, as in <c>{x,10}</c>, is ignored.</param>
    /// <exception cref="ArgumentException">A hole is null, or the text or a hole contains a NUL.</exception>
    public static ShellCommand Quoted(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new ShellCommand(0, text.ArgumentCount);
        FormatParts.Read(text.Format, line.AppendLiteral, (index, format) => line.AppendFormatted(text.GetArgument(index), format));
        return line;
    }

    /// <summary>Appends the text between holes. For use by the compiler.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> contains a NUL.</exception>
    public void AppendLiteral(string value)
    {
        ArgumentCheck.ThrowIfNul(value, "The text of the shell command");
        _parts.Add(ShellPart.Text(value));
    }

    /// <summary>Appends a hole. For use by the compiler.</summary>
    /// <param name="value">A value, whose text in the invariant culture becomes one word.</param>
    /// <param name="format">The format of the value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or contains a NUL.</exception>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        switch (value)
        {
            case null:
                throw new ArgumentNullException(nameof(value), "A hole of the shell command is null. Pass an empty string for an empty word.");
            case ShellCommand nested:
                _parts.AddRange(nested._parts);
                _innerSecrets.AddRange(nested._innerSecrets);
                break;
            case ICommand command:
                Append(Requests.Invocation.From(command));
                break;
            case string text:
                _parts.Add(ShellPart.Word(Checked(text)));
                break;
            case System.Collections.IEnumerable items:
                AppendWords(items, format);
                break;
            default:
                _parts.Add(ShellPart.Word(Checked(Format(value, format))));
                break;
        }
    }

    /// <summary>Appends a hole. For use by the compiler.</summary>
    /// <param name="value">The characters, which become one word.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> contains a NUL.</exception>
    public void AppendFormatted(ReadOnlySpan<char> value) => _parts.Add(ShellPart.Word(Checked(value.ToString())));

    /// <summary>
    /// Returns the command line for a POSIX shell, with secrets masked. Use it for display only; to run a line, use
    /// <see cref="Shell.Command(ShellCommand, Shell)"/>.
    /// </summary>
    public override string ToString() => Render(ShellDialect.Posix, masked: true);

    internal static ShellCommand FromText(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentCheck.ThrowIfNul(command, nameof(command));
        return new ShellCommand([ShellPart.Text(command)]);
    }

    /// <summary>Gets the default options of the command that this runs, or null.</summary>
    internal ProcessOptions? Defaults { get; private init; }

    /// <summary>Gets the single command that this line consists of, or null if the line is text.</summary>
    internal Invocation? Invocation { get; private init; }

    internal static ShellCommand FromCommand(ICommand command) => FromInvocation(Requests.Invocation.From(command));

    internal static ShellCommand FromInvocation(Invocation invocation)
    {
        var line = new ShellCommand(0, 1) { Defaults = invocation.Defaults, Invocation = invocation };
        line.Append(invocation);
        return line;
    }

    /// <summary>Returns the program and the words of its subcommand, followed by this.</summary>
    internal ShellCommand After(Executable executable)
    {
        var program = new ShellCommand(0, 2 + _parts.Count) { Defaults = executable.Defaults };
        program.Append(Requests.Invocation.From(executable, []));
        program.AppendLiteral(" ");
        program._parts.AddRange(_parts);
        program._innerSecrets.AddRange(_innerSecrets);
        return program;
    }

    /// <summary>Gets the values that are masked when the line is displayed.</summary>
    internal IReadOnlyList<string> Secrets
        => [.. _parts.SelectMany(static part => SecretTexts.Find(part.LiteralWords, part.MaskedWords)), .. _innerSecrets];

    internal string Render(ShellDialect dialect, bool masked) => dialect.Render(_parts, masked);

    private void Append(Invocation invocation)
    {
        _parts.Add(ShellPart.Command([invocation.File, .. invocation.Arguments], [invocation.File, .. invocation.MaskedArguments]));
        _innerSecrets.AddRange((invocation.Arguments as Generated.CommandArguments)?.InnerSecrets ?? []);
    }

    private void AppendWords(System.Collections.IEnumerable items, string? format)
    {
        var words = new List<string>();
        foreach (var item in items)
        {
            words.Add(Checked(item is null
                ? throw new ArgumentException("A sequence in a hole of the shell command contains null. Remove it, or pass an empty string.")
                : Format(item, format)));
        }

        _parts.Add(ShellPart.Words([.. words]));
    }

    private static string Checked(string word)
    {
        ArgumentCheck.ThrowIfNul(word, "A hole of the shell command");
        return word;
    }

    private static string Format(object value, string? format) => value switch
    {
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
