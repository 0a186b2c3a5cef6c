using TypedExec.Benchmarks.Runtime.Rivals;

namespace TypedExec.Benchmarks.Runtime;

/// <summary>The rivals in this program. The one on .NET 11 has its own list.</summary>
internal static class RivalList
{
    public static IReadOnlyList<(string Name, Func<IRival> Create, bool IsVariant)> All { get; } =
    [
        ("TypedExec", static () => new TypedExecRival(), false),
        ("Process", static () => new ProcessRival(), false),
        ("CliWrap", static () => new CliWrapRival(), false),
        ("MedallionShell", static () => new MedallionRival(), false),
        ("a command class", static () => new ClassRival(), true),
        ("a typed method", static () => new MethodRival(), true),
        ("TypedExec.Testing loaded and used before", static () => FakedBeforeRival.Create(), true),
        ("a listener for all traces and metrics", static () => TracedRival.Create(), true),
    ];
}
