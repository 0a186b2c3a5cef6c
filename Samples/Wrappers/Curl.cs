using TypedExec;

namespace Wrappers;

/// <summary>curl: several transfers, each with its own options, with <c>--next</c> between them.</summary>
[Command("curl")]
public sealed partial class Curl
{
    [Option("--silent")] public bool Silent { get; init; }
    [Option("--show-error")] public bool ShowError { get; init; }
    [Option("--fail-with-body")] public bool Fail { get; init; }
    public required Transfer First { get; init; }
    public IReadOnlyList<NextTransfer> Others { get; init; } = [];

    [OptionSet]
    public abstract class TransferOptions
    {
        [Option("--next")] protected virtual bool IsNext { get; init; }
        [Option("--request")] public string? Method { get; init; }
        [Option("--user", Secret = true)] public string? User { get; init; }
        [Option("--header", PairSeparator = ": ")] public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
        [Option("--data-raw")] public string? Data { get; init; }
        [Option("--location")] public bool FollowRedirects { get; init; }
        [Option("--max-time")] public TimeSpan? MaxTime { get; init; }
        [Option("--retry")] public int? Retries { get; init; }
        [Option("--output")] public string? Output { get; init; }
        [Argument(0)] public required Uri Url { get; init; }
    }

    [OptionGroup]
    public sealed partial class Transfer : TransferOptions;

    [OptionGroup]
    public sealed partial class NextTransfer : TransferOptions
    {
        protected override bool IsNext { get; init; } = true;
    }
}
