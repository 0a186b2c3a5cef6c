using System.Globalization;

namespace TypedExec.Stress;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Seed">From which every choice follows.</param>
/// <param name="Seconds">How long rounds are begun.</param>
/// <param name="Rounds">How many rounds at the most.</param>
/// <param name="Round">The only round to run, to replay a failure; null for all.</param>
/// <param name="Spawns">Instead of rounds: so many spawns in one process.</param>
internal sealed record StressOptions(int Seed, int Seconds, int Rounds, int? Round, int Spawns)
{
    public const string Usage = """
        TypedExec.Stress [--seed N] [--seconds N] [--rounds N] [--round N] [--spawns N]
          --seed N      where all random choices begin; printed, so that a failure can be replayed (default: random)
          --seconds N   how long to go on (default: 120)
          --rounds N    how many rounds at the most (default: no limit)
          --round N     run this round alone
          --spawns N    spawn so many children instead, and compare the process before and after
        """;

    /// <summary>The options, or null where they cannot be understood.</summary>
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
