using System.Globalization;

namespace TypedExec.Stress;

/// <summary>The command-line options.</summary>
/// <param name="Seed">Determines every choice.</param>
/// <param name="Seconds">How long rounds are started.</param>
/// <param name="Rounds">The maximum number of rounds.</param>
/// <param name="Round">The only round to run, to replay a failure, or null for all.</param>
/// <param name="Spawns">The number of spawns in one process, instead of rounds.</param>
internal sealed record StressOptions(int Seed, int Seconds, int Rounds, int? Round, int Spawns)
{
    public const string Usage = """
        TypedExec.Stress [--seed N] [--seconds N] [--rounds N] [--round N] [--spawns N]
          --seed N      where all random choices begin; printed, so that a failure can be replayed (default: random)
          --seconds N   how long to go on (default: 120)
          --rounds N    the maximum number of rounds (default: no limit)
          --round N     run this round alone
          --spawns N    spawn so many children instead, and compare the process before and after
        """;

    /// <summary>Returns the options, or null if they are invalid.</summary>
    public static StressOptions? Parse(string[] args)
    {
        var options = new StressOptions(Random.Shared.Next(1, int.MaxValue), 120, int.MaxValue, null, 0);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            switch (args[i])
            {
                case "--seed":
                    options = options with { Seed = number };
                    break;
                case "--seconds":
                    options = options with { Seconds = number };
                    break;
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                case "--round":
                    options = options with { Round = number };
                    break;
                case "--spawns":
                    options = options with { Spawns = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
