using Microsoft.CodeAnalysis.CSharp;

namespace TypedExec.Generator.Emit;

/// <summary>A text as a C# string literal; null as the keyword.</summary>
internal readonly struct Literal(string? text)
{
    public void WriteTo(SourceWriter writer)
    {
        if (text is null)
        {
            writer.Write("null");
        }
        else if (IsPlain(text))
        {
            writer.Write("\"");
            writer.Write(text);
            writer.Write("\"");
        }
        else
        {
            writer.Write(SymbolDisplay.FormatLiteral(text, quote: true));
        }
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
