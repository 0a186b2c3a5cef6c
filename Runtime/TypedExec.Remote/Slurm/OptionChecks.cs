using System.Text.RegularExpressions;

namespace TypedExec.Remote.Slurm;

/// <summary>Rejects options that Slurm wouldn't accept, before anything is written or submitted.</summary>
internal static partial class OptionChecks
{
    /// <summary>The options that the run sets itself, because it depends on them.</summary>
    private static readonly string[] OwnOptions =
    [
        "--array", "-a", "--job-name", "-J", "--output", "-o", "--error", "-e", "--chdir", "-D", "--export", "--export-file", "--parsable",
        "--wrap", "--wait", "-W", "--requeue", "--no-requeue", "--input", "-i", "--test-only", "--help", "-h", "--usage", "--version", "-V",
        "--ntasks", "-n", "--hold", "-H",
    ];

    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static void Check(SlurmOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            throw Invalid(nameof(options.Folder), "is empty; set it to a folder that this machine and the nodes share");
        }

        AtLeast(1, options.CommandsPerTask, nameof(options.CommandsPerTask));
        AtLeast(1, options.MaxConcurrency, nameof(options.MaxConcurrency));
        AtLeast(1, options.CpusPerTask, nameof(options.CpusPerTask));
        AtLeast(0, options.MaxRetries, nameof(options.MaxRetries));
        AtLeast(0, options.MaxBuffer, nameof(options.MaxBuffer));
        Positive(options.TimeLimit, nameof(options.TimeLimit));
        Positive(options.PollInterval, nameof(options.PollInterval));
        Positive(options.ControllerTimeout, nameof(options.ControllerTimeout));
        if (options.Memory is { } memory && !MemorySize().IsMatch(memory))
        {
            throw Invalid(nameof(options.Memory), $"is \"{memory}\": write a number and one of K, M, G, T, such as \"4G\"");
        }

        CheckWord(options.Partition, nameof(options.Partition));
        CheckWord(options.Account, nameof(options.Account));
        foreach (var argument in options.SbatchArguments)
        {
            CheckWord(argument, nameof(options.SbatchArguments));
            if (OwnOptions.Contains(argument.Split('=')[0]))
            {
                throw Invalid(nameof(options.SbatchArguments), $"contains {argument}, which the run sets itself");
            }
        }
    }

    private static void CheckWord(string? word, string option)
    {
        if (word is not null && (word.Length == 0 || word.AsSpan().ContainsAny('\0', '\n')))
        {
            throw Invalid(option, "contains an empty word, a NUL, or a line break");
        }
    }

    private static void AtLeast(int least, int? value, string option)
    {
        if (value < least)
        {
            throw Invalid(option, $"is {value}, but must be at least {least}");
        }
    }

    private static void Positive(TimeSpan? value, string option)
    {
        if (value <= TimeSpan.Zero)
        {
            throw Invalid(option, $"is {value}, but must be positive");
        }
    }

    private static ArgumentException Invalid(string option, string reason) => new($"SlurmOptions.{option} {reason}.", "options");

    [GeneratedRegex(@"\A[0-9]+[KMGT]?\z")]
    private static partial Regex MemorySize();
}
