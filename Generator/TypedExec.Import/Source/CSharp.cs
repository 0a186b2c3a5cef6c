using TypedExec.CommandLines.Text;

namespace TypedExec.Import.Source;

/// <summary>Texts as C# literals.</summary>
internal static class CSharp
{
    public static string Literal(string text) => new Literal(text).ToString();

    public static string Literal(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";
}
