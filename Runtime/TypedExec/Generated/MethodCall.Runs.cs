using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using TypedExec.Requests;

namespace TypedExec.Generated;

// How a call is run, and what its output is converted to. Each method has a blocking counterpart.
public sealed partial class MethodCall
{
    /// <inheritdoc/>
    public ProcessOptions? Defaults { get; init; }

    /// <summary>Gets or sets the options of this call, or null.</summary>
    public ExecFileOptions? Options { get; set; }

    /// <summary>Gets or sets what the child reads from stdin.</summary>
    public ProcessInput? Input { get; set; }

    /// <summary>Gets or sets a stream that is copied to the child's stdin while it runs, or null.</summary>
    public Stream? InputStream { get; set; }

    /// <summary>Gets or sets the token that stops the child.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Passes the lines of stderr to a listener.</summary>
    /// <param name="progress">The listener, or null.</param>
    public void Report(IProgress<string>? progress)
    {
        if (progress is not null)
        {
            (StderrLines ??= []).Add(progress.Report);
        }
    }

    /// <summary>Passes the parsed lines of stderr to a listener.</summary>
    /// <param name="progress">The listener, or null.</param>
    /// <param name="parser">Parses a line. Lines that it skips are not reported.</param>
    public void Report<T>(IProgress<T>? progress, OutputParser<T> parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        if (progress is null)
        {
            return;
        }

        var number = 0;
        (StderrLines ??= []).Add(line =>
        {
            if (TryParse(parser, line, ++number, out var value))
            {
                progress.Report(value);
            }
        });
    }

    /// <summary>Gets the delegates that are called with each line of stderr, or null.</summary>
    internal List<Action<string>>? StderrLines { get; private set; }

    /// <summary>Starts the command and captures its output.</summary>
    public Execution Start() => MethodRunner.Start(this);

    /// <summary>Starts the command.</summary>
    /// <param name="options">The options for the run.</param>
    public ChildProcess Spawn(SpawnOptions? options) => MethodRunner.Spawn(this, options);

    /// <summary>Runs the command. A failure throws.</summary>
    public async Task RunAsync() => await MethodRunner.CaptureAsync(this).ConfigureAwait(false);

    /// <summary>Runs the command. A failure throws.</summary>
    public void Run() => MethodRunner.Capture(this);

    /// <summary>Runs the command and returns its result.</summary>
    public Task<ExecResult> ResultAsync() => MethodRunner.CaptureAsync(this);

    /// <summary>Runs the command and returns its result.</summary>
    public ExecResult Result() => MethodRunner.Capture(this);

    /// <summary>Runs the command and returns its exit status, without throwing for a failure.</summary>
    public async Task<ExitStatus> StatusAsync()
    {
        var result = await MethodRunner.CaptureAsync(this, throwOnFailure: false).ConfigureAwait(false);
        return new ExitStatus(result.ExitCode, result.Signal);
    }

    /// <summary>Runs the command and returns its exit status, without throwing for a failure.</summary>
    public ExitStatus Status()
    {
        var result = MethodRunner.Capture(this, throwOnFailure: false);
        return new ExitStatus(result.ExitCode, result.Signal);
    }

    /// <summary>Runs the command and returns whether its exit code is 0.</summary>
    /// <param name="falseExitCode">The exit code that means false. Any other throws.</param>
    public async Task<bool> SucceedsAsync(int falseExitCode)
        => MethodRunner.IsTrue(await MethodRunner.CaptureAsync(this, throwOnFailure: false).ConfigureAwait(false), falseExitCode);

    /// <summary>Runs the command and returns whether its exit code is 0.</summary>
    /// <param name="falseExitCode">The exit code that means false. Any other throws.</param>
    public bool Succeeds(int falseExitCode) => MethodRunner.IsTrue(MethodRunner.Capture(this, throwOnFailure: false), falseExitCode);

    /// <summary>Runs the command and returns its stdout without the last line ending.</summary>
    public async Task<string> TextAsync() => OutputItems.WithoutLastLineEnd((await MethodRunner.CaptureAsync(this).ConfigureAwait(false)).Stdout);

    /// <summary>Runs the command and returns its stdout without the last line ending.</summary>
    public string Text() => OutputItems.WithoutLastLineEnd(MethodRunner.Capture(this).Stdout);

    /// <summary>Runs the command and returns its stdout.</summary>
    public async Task<byte[]> BytesAsync() => (await MethodRunner.CaptureAsync(this).ConfigureAwait(false)).StdoutBytes.ToArray();

    /// <summary>Runs the command and returns its stdout.</summary>
    public byte[] Bytes() => MethodRunner.Capture(this).StdoutBytes.ToArray();

    /// <summary>Runs the command and parses its whole stdout.</summary>
    /// <param name="parser">Parses the output.</param>
    public async Task<T> ValueAsync<T>(OutputParser<T> parser) => Single(await TextAsync().ConfigureAwait(false), parser);

    /// <summary>Runs the command and parses its whole stdout.</summary>
    /// <param name="parser">Parses the output.</param>
    public T Value<T>(OutputParser<T> parser) => Single(Text(), parser);

    /// <summary>Runs the command and parses the first line of stdout that is not skipped.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public async Task<T> FirstAsync<T>(OutputParser<T> parser, string? separator = null)
        => First((await MethodRunner.CaptureAsync(this).ConfigureAwait(false)).Stdout, parser, separator);

    /// <summary>Runs the command and parses the first line of stdout that is not skipped.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public T First<T>(OutputParser<T> parser, string? separator = null) => First(MethodRunner.Capture(this).Stdout, parser, separator);

    /// <summary>Runs the command and parses each line of its stdout.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public async Task<T[]> ArrayAsync<T>(OutputParser<T> parser, string? separator = null)
        => All((await MethodRunner.CaptureAsync(this).ConfigureAwait(false)).Stdout, parser, separator);

    /// <summary>Runs the command and parses each line of its stdout.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public T[] Array<T>(OutputParser<T> parser, string? separator = null) => All(MethodRunner.Capture(this).Stdout, parser, separator);

    /// <summary>Runs the command and parses each line of its stdout.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public async Task<IReadOnlyList<T>> ListAsync<T>(OutputParser<T> parser, string? separator = null)
        => await ArrayAsync(parser, separator).ConfigureAwait(false);

    /// <summary>Runs the command on each enumeration and parses the lines of its stdout as they arrive.</summary>
    /// <param name="parser">Parses a line.</param>
    /// <param name="separator">The text that separates items, or null for line endings.</param>
    public IAsyncEnumerable<T> Items<T>(OutputParser<T> parser, string? separator = null) => MethodStream.Items(this, parser, separator);

    /// <summary>Runs the command and parses its stdout as JSON.</summary>
    /// <param name="type">The metadata of the type.</param>
    /// <param name="allowNull">True to allow JSON's null.</param>
    public async Task<T> JsonAsync<T>(JsonTypeInfo<T> type, bool allowNull = false)
        => MethodJson.Read(this, await MethodRunner.CaptureAsync(this).ConfigureAwait(false), type, allowNull);

    /// <summary>Runs the command and parses its stdout as JSON.</summary>
    /// <param name="type">The metadata of the type.</param>
    /// <param name="allowNull">True to allow JSON's null.</param>
    public T Json<T>(JsonTypeInfo<T> type, bool allowNull = false) => MethodJson.Read(this, MethodRunner.Capture(this), type, allowNull);

    /// <summary>
    /// Runs the command on each enumeration and parses JSON from its stdout as it arrives: the elements of one array, or one
    /// value per line.
    /// </summary>
    /// <param name="type">The metadata of the type.</param>
    /// <param name="allowNull">True to allow JSON's null.</param>
    public IAsyncEnumerable<T> JsonItems<T>(JsonTypeInfo<T> type, bool allowNull = false) => MethodStream.Json(this, type, allowNull);

    /// <summary>Parses an item. Its exception names the command, the line and the text.</summary>
    internal bool TryParse<T>(OutputParser<T> parser, string text, int? lineNumber, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            return parser(text, out value);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw FormatError(error.Message, text, lineNumber, error);
        }
    }

    internal OutputFormatException FormatError(string reason, string text, int? lineNumber, Exception? cause = null)
    {
        var command = ToString();
        var place = lineNumber is null ? "The output" : $"Line {lineNumber} of the output";
        string[] secrets = [.. SecretTexts.Find(Arguments, Arguments.Masked), .. Arguments.InnerSecrets];
        var shown = SecretTexts.Mask(reason, secrets);
        // The cause is part of the exception unless it contains a secret.
        return new OutputFormatException(
            $"{place} of {command} can't be read: {shown}. The text is \"{Excerpt.From(SecretTexts.Mask(text, secrets))}\".", shown == reason ? cause : null)
        {
            Command = command,
            LineNumber = lineNumber,
            Text = text,
        };
    }

    private T Single<T>(string text, OutputParser<T> parser)
        => TryParse(parser, text, null, out var value) ? value : throw FormatError("it doesn't match the pattern", text, null);

    private T First<T>(string stdout, OutputParser<T> parser, string? separator)
    {
        var number = 0;
        foreach (var item in OutputItems.Split(stdout, separator))
        {
            if (TryParse(parser, item, ++number, out var value))
            {
                return value;
            }
        }

        throw FormatError("no line of it matches the pattern", stdout, null);
    }

    private T[] All<T>(string stdout, OutputParser<T> parser, string? separator)
    {
        var all = new List<T>();
        var number = 0;
        foreach (var item in OutputItems.Split(stdout, separator))
        {
            if (TryParse(parser, item, ++number, out var value))
            {
                all.Add(value);
            }
        }

        return [.. all];
    }
}
