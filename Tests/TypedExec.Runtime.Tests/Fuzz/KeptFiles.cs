using TypedExec.Fuzz;

namespace TypedExec.Tests.Fuzz;

/// <summary>The files that fuzzing began with or found, by the functions that it runs: no exception but the documented.</summary>
public sealed class KeptFiles
{
    public static TheoryData<string> V8 => Files("v8");

    public static TheoryData<string> Json => Files("json");

    [Theory]
    [MemberData(nameof(V8))]
    public void A_payload_of_advanced_mode_is_a_value_or_a_documented_error(string file) => Targets.V8(File.ReadAllBytes(Path.Combine(Folder("v8"), file)));

    [Theory]
    [MemberData(nameof(Json))]
    public void Lines_of_JSON_are_values_or_documented_errors(string file) => Targets.Json(File.ReadAllBytes(Path.Combine(Folder("json"), file)));

    private static string Folder(string target) => Path.Combine(AppContext.BaseDirectory, "Fuzz", "Corpus", target);

    private static TheoryData<string> Files(string target) => [.. Directory.GetFiles(Folder(target)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
