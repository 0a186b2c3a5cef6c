namespace TypedExec.Generated;

/// <summary>The beginning of a text, for messages.</summary>
internal static class Excerpt
{
    private const int MaxLength = 200;

    public static string From(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
