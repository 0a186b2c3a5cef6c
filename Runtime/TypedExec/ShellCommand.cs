using System.Globalization;
using System.Runtime.CompilerServices;
using TypedExec.Shells;
using TypedExec.Requests;

namespace TypedExec;

/// <summary>
/// A command line for a shell, written as an interpolated string: <c>Node.Exec($"slave.js {i} | wc -l")</c>. The text is
/// the shell's; every hole is quoted for the shell that will run it, so that it stays one word whatever it holds.
/// </summary>
/// <remarks>
/// <para>A hole that is a sequence becomes several words, an <see cref="ICommand"/> its program and arguments, another
/// <see cref="ShellCommand"/> its text. <see cref="Raw"/> is the way out. The shell is known by the file name of the option
/// <see cref="ProcessOptions.Shell"/>.</para>
/// <para>Refused with an <see cref="ArgumentException"/>, before anything is started: a hole where the shell would not take
/// its quotes for quotes (inside quotes of the text, which it does not need, in comments, backticks and here-documents,
/// behind a backslash or a <c>$</c>), a sequence that is glued to other text, null, and what a shell cannot be given
/// safely, such as a line break for cmd.exe.</para>
/// <para>An interpolated string whose holes are all constant strings is itself a constant <c>string</c> to the compiler. A
/// method of your own that has an overload for each must prefer this one, by
/// <see cref="OverloadResolutionPriorityAttribute"/>, for such holes to be quoted.</para>
/// </remarks>
[InterpolatedStringHandler]
public sealed class ShellCommand
{
    private readonly List<ShellPart> _parts;

    /// <summary>For the compiler: begins an interpolated string.</summary>
    /// <param name="literalLength">How many characters the text has.</param>
    /// <param name="formattedCount">How many holes there are.</param>
    public ShellCommand(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _parts = new List<ShellPart>(2 * formattedCount + 1);
    }

    private ShellCommand(IEnumerable<ShellPart> parts) => _parts = [.. parts];

    /// <summary>A text that is put into the command line as it is, unquoted. What it holds is the caller's responsibility.</summary>
    /// <param name="text">The text, in the shell's language.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> holds a NUL.</exception>
    public static ShellCommand Raw(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentCheck.NoNul(text, nameof(text));
        return new ShellCommand([ShellPart.Text(text)]);
    }

    /// <summary>
    /// A command line of which every hole is quoted, for languages whose compilers do not know this type. In F# and Visual Basic
    /// <c>Exec($"…")</c> takes the interpolated string for a plain string, with nothing quoted; <c>Exec(ShellCommand.Quoted($"…"))</c>
    /// quotes as C# does.
    /// </summary>
    /// <param name="text">The text and its holes. The width of a hole, as in <c>{x,10}</c>, means nothing here.</param>
    /// <exception cref="ArgumentException">A hole is null, or the text or a hole holds a NUL.</exception>
    public static ShellCommand Quoted(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new ShellCommand(0, text.ArgumentCount);
        FormatParts.Read(text.Format, line.AppendLiteral, (index, format) => line.AppendFormatted(text.GetArgument(index), format));
        return line;
    }

    /// <summary>For the compiler: the text between holes.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds a NUL.</exception>
    public void AppendLiteral(string value)
    {
        ArgumentCheck.NoNul(value, "The text of the shell command");
        _parts.Add(ShellPart.Text(value));
    }

    /// <summary>For the compiler: a hole.</summary>
    /// <param name="value">A value of which the invariant text becomes one word.</param>
    /// <param name="format">Its format.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or holds a NUL.</exception>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        switch (value)
        {
            case null:
                throw new ArgumentNullException(nameof(value), "A hole of the shell command is null: pass an empty string for an empty word.");
            case ShellCommand nested:
                _parts.AddRange(nested._parts);
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

    /// <summary>For the compiler: a hole.</summary>
    /// <param name="value">Characters that become one word.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> holds a NUL.</exception>
    public void AppendFormatted(ReadOnlySpan<char> value) => _parts.Add(ShellPart.Word(Checked(value.ToString())));

    /// <summary>
    /// The command line for a POSIX shell, with secrets masked: for showing it. It is not for running; what runs a line is
    /// <see cref="Shell.Command(ShellCommand, Shell)"/>.
    /// </summary>
    public override string ToString() => Render(ShellDialect.Posix, isShown: true);

    internal static ShellCommand FromText(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentCheck.NoNul(command, nameof(command));
        return new ShellCommand([ShellPart.Text(command)]);
    }

    /// <summary>The options that travel with the command that this runs, or null.</summary>
    internal ProcessOptions? Defaults { get; private init; }

    /// <summary>The one command that this line is about, or null where it is a text.</summary>
    internal Invocation? Invocation { get; private init; }

    internal static ShellCommand FromCommand(ICommand command) => FromInvocation(Requests.Invocation.From(command));

    internal static ShellCommand FromInvocation(Invocation invocation)
    {
        var line = new ShellCommand(0, 1) { Defaults = invocation.Defaults, Invocation = invocation };
        line.Append(invocation);
        return line;
    }

    /// <summary>The program and the words of its subcommand, followed by this.</summary>
    internal ShellCommand After(Executable executable)
    {
        var program = new ShellCommand(0, 2 + _parts.Count) { Defaults = executable.Defaults };
        program.Append(Requests.Invocation.From(executable, []));
        program.AppendLiteral(" ");
        program._parts.AddRange(_parts);
        return program;
    }

    /// <summary>The values that are masked when it is shown.</summary>
    internal IReadOnlyList<string> Secrets => [.. _parts.SelectMany(static part => SecretTexts.Find(part.LiteralWords, part.ShownWords))];

    internal string Render(ShellDialect dialect, bool isShown) => dialect.Render(_parts, isShown);

    private void Append(Invocation invocation) => _parts.Add(ShellPart.Command(
        [invocation.File, .. invocation.Arguments], [invocation.File, .. invocation.MaskedArguments]));

    private void AppendWords(System.Collections.IEnumerable items, string? format)
    {
        var words = new List<string>();
        foreach (var item in items)
        {
            words.Add(Checked(item is null
                ? throw new ArgumentException("A sequence in a hole of the shell command holds null: leave it out, or pass an empty string.")
                : Format(item, format)));
        }

        _parts.Add(ShellPart.Words([.. words]));
    }

    private static string Checked(string word)
    {
        ArgumentCheck.NoNul(word, "A hole of the shell command");
        return word;
    }

    private static string Format(object value, string? format) => value switch
    {
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
