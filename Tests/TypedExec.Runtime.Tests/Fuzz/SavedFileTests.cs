using System.Diagnostics;
using TypedExec.Fuzz;

namespace TypedExec.Tests.Fuzz;

/// <summary>
/// The files that fuzzing started from or found, by the functions that it runs: no undocumented exception, and none that takes a
/// second.
/// </summary>
public sealed class SavedFileTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static TheoryData<string> V8 => Files("v8");

    public static TheoryData<string> Json => Files("json");

    [Theory]
    [MemberData(nameof(V8))]
    public void A_payload_of_advanced_mode_is_a_value_or_a_documented_error(string file) => Replay(Targets.V8, Path.Combine(Folder("v8"), file));

    [Theory]
    [MemberData(nameof(Json))]
    public void Lines_of_JSON_are_values_or_documented_errors(string file) => Replay(Targets.Json, Path.Combine(Folder("json"), file));

    private static void Replay(Action<ReadOnlyMemory<byte>> target, string path)
    {
        var bytes = File.ReadAllBytes(path);
        var clock = Stopwatch.StartNew();
        target(bytes);
        // What was slow on a busy machine is tried again, as .ci/fuzz does.
        for (var again = 0; clock.Elapsed >= Limit; again++)
        {
            Assert.InRange(again, 0, 10);
            clock.Restart();
            target(bytes);
        }
    }

    private static string Folder(string target) => Path.Combine(AppContext.BaseDirectory, "Fuzz", "Corpus", target);

    private static TheoryData<string> Files(string target) => [.. Directory.GetFiles(Folder(target)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
