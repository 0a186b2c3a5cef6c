using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TypedExec.Requests;

namespace TypedExec.Remote.Slurm;

/// <summary>
/// A command as a piece of shell script that replaces itself with that command. Every value is in single quotes, where the only character that is
/// special in any shell is the quote itself.
/// </summary>
internal static partial class CommandFile
{
    private const string Head = "# ";

    /// <summary>The path that the system's execvp searches if there is no PATH.</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    /// <summary>The limit after which a command that survived its kill signal gets SIGKILL, as for local children.</summary>
    private const double DefaultForceKillAfter = 5;

    /// <param name="command">The command.</param>
    /// <param name="directory">The base of a relative directory, and the directory of a command without one.</param>
    /// <exception cref="ArgumentException">The command can't be carried.</exception>
    public static string Write(ICommand command, string directory)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Defaults is { Shell: { IsEnabled: true } shell })
        {
            command = new ShellLineCommand(ShellCommand.FromCommand(command), shell.Path ?? "/bin/sh").WithOptions(command.Defaults with { Shell = null });
        }

        var invocation = Invocation.From(command);
        var options = invocation.Defaults ?? new ProcessOptions();
        if (options is { Uid: not null } or { Gid: not null } or { UserName: not null })
        {
            throw new ArgumentException(
                $"{invocation.File} has the option Uid, Gid, or UserName, but Slurm runs a job as the user who submits it.", nameof(command));
        }

        ArgumentCheck.ThrowIfNul(options.Cwd, nameof(options.Cwd));
        var environment = new EnvironmentChange(options);
        string[] secrets = [.. SecretTexts.Find(invocation.Arguments, invocation.MaskedArguments)];
        var header = new CommandHeader(
            command.ToCommandLine(), options.SuccessExitCodes, Seconds(options.Timeout), options.KillSignal ?? Signal.SIGTERM,
            secrets.Length > 0 ? secrets : null);

        var text = new StringBuilder();
        text.Append(Head).Append(JsonSerializer.Serialize(header, FileJson.Default.CommandHeader)).Append('\n');
        Word(text.Append("_te_enter"), Path.GetFullPath(options.Cwd ?? directory, directory)).Append('\n');
        foreach (var (name, value) in environment.Exports)
        {
            Quote(text.Append("export ").Append(name).Append('='), value).Append('\n');
        }

        foreach (var name in environment.Unsets)
        {
            text.Append("unset ").Append(name).Append('\n');
        }

        Word(text.Append("_te_find"), invocation.File);
        if (environment.ChangesPath)
        {
            Word(text, environment.Path ?? DefaultPath);
        }

        text.Append("\nexec");
        if (header.Timeout is { } timeout)
        {
            // In the foreground: a separate process group wouldn't receive the signals that Slurm sends to the task's group.
            Words(text, "timeout", "--foreground", "-s", Number(header.KillSignal), "-k", Number(ForceKill(options)), Number(timeout));
        }

        var inEnv = environment.Words;
        if (inEnv.Count > 0 || invocation.File.StartsWith('-'))
        {
            Words(text, ["env", .. inEnv, .. inEnv.Any(static word => word.Contains('=', StringComparison.Ordinal)) ? (string[])[] : ["--"]]);
            if (invocation.File.Contains('=', StringComparison.Ordinal))
            {
                // env would treat it as an assignment.
                Words(text, "sh", "-c", "exec \"$0\" \"$@\"");
            }
        }

        Words(text, [invocation.File, .. invocation.Arguments]);
        return text.Append('\n').ToString();
    }

    public static CommandHeader ReadHeader(string file)
    {
        using var reader = new StreamReader(file);
        return reader.ReadLine() is { } line && line.StartsWith(Head, StringComparison.Ordinal)
            ? JsonSerializer.Deserialize(line.AsSpan(Head.Length), FileJson.Default.CommandHeader)!
            : throw new ClusterException($"\"{file}\" isn't the file of a command.");
    }

    private static double? Seconds(TimeSpan? timeout)
        => timeout is { } limit && limit > TimeSpan.Zero ? Math.Max(limit.TotalSeconds, 0.001) : null;

    private static double ForceKill(ProcessOptions options) => options.ForceKillAfter switch
    {
        null => DefaultForceKillAfter,
        // timeout(1) treats zero as "never".
        { } never when never == Timeout.InfiniteTimeSpan => 0,
        { } after => Math.Max(after.TotalSeconds, 0.001),
    };

    private static string Number(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Number(Signal signal) => ((int)signal).ToString(CultureInfo.InvariantCulture);

    private static void Words(StringBuilder text, params IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Word(text, word);
        }
    }

    private static StringBuilder Word(StringBuilder text, string word) => Quote(text.Append(' '), word);

    private static StringBuilder Quote(StringBuilder text, string value)
        => text.Append('\'').Append(value.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\'');

    /// <summary>
    /// The option Env for a shell. The shell exports ordinary names, so that their values never appear in a list of processes. env(1) sets the
    /// rest: names that aren't identifiers, and names that are special to a shell.
    /// </summary>
    private sealed partial class EnvironmentChange
    {
        public EnvironmentChange(ProcessOptions options)
        {
            var isCleared = options.ClearEnv ?? false;
            ChangesPath = isCleared;
            if (isCleared)
            {
                Words.Add("-i");
            }

            var assignments = new List<string>();
            foreach (var (name, value) in options.Env ?? new Dictionary<string, string?>())
            {
                ArgumentCheck.ThrowIfNul(name, "A name in the option Env");
                ArgumentCheck.ThrowIfNul(value, $"Env[\"{name}\"]");
                if (name.Length == 0 || name.Contains('=', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"The option Env has the name \"{name}\": a name can't be empty or contain '='.", nameof(options));
                }

                if (name == "PATH")
                {
                    ChangesPath = true;
                    Path = value;
                }

                var isOrdinary = !isCleared && OrdinaryName().IsMatch(name) && !ShellName().IsMatch(name);
                if (isOrdinary && value is not null)
                {
                    Exports.Add((name, value));
                }
                else if (isOrdinary)
                {
                    Unsets.Add(name);
                }
                else if (value is not null)
                {
                    assignments.Add($"{name}={value}");
                }
                else if (!isCleared)
                {
                    Words.AddRange(["-u", name]);
                }
            }

            // A name that starts with a dash would be an option of env, so nothing may follow it.
            if (assignments.Exists(static assignment => assignment.StartsWith('-')))
            {
                Words.Add("--");
            }

            Words.AddRange(assignments);
        }

        public List<(string Name, string Value)> Exports { get; } = [];

        public List<string> Unsets { get; } = [];

        public List<string> Words { get; } = [];

        public bool ChangesPath { get; }

        public string? Path { get; }

        [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
        private static partial Regex OrdinaryName();

        /// <summary>Variables that change how a shell works, or that some shells don't allow to be changed.</summary>
        [GeneratedRegex(@"\A(PATH|PWD|OLDPWD|IFS|PS[0-9]|OPT(IND|ARG|ERR)|LINENO|PPID|E?UID|GROUPS|SHELLOPTS|SHLVL|S?RANDOM|SECONDS|EPOCH.*|HIST.*|DIRSTACK|FUNCNAME|POSIXLY_CORRECT|LANG|LANGUAGE|LC_.*|BASH.*|KSH.*|ENV|TMOUT|COLUMNS|LINES|EDITOR|VISUAL|_|_te_.*)\z")]
        private static partial Regex ShellName();
    }
}
