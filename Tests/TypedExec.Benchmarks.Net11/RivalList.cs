using TypedExec.Benchmarks.Runtime.Rivals;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>The rivals that run on .NET 11.</summary>
internal static class RivalList
{
    public static IReadOnlyList<(string Name, Func<IRival> Create, bool IsVariant)> All { get; } =
    [
        ("TypedExec", static () => new TypedExecRival(), false),
        ("Process", static () => new Net11Rival(), false),
    ];
}
