using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedExec.Benchmarks.Figures;

/// <summary>All figures of one sitting, and the machine. Tables and charts can be made from it again.</summary>
internal sealed record FigureFile(Machine Machine, IReadOnlyList<Figure> Figures)
{
    public IEnumerable<Figure> Of(string suite) => Figures.Where(figure => figure.Suite == suite);

    public static FigureFile Load(string path) => JsonSerializer.Deserialize(File.ReadAllText(path), FigureJson.Default.FigureFile)!;

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, FigureJson.Default.FigureFile) + "\n");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(FigureFile))]
internal sealed partial class FigureJson : JsonSerializerContext;
