using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExec.Generator.Analyzers.Methods;

/// <summary>
/// Maps each character of a constant string to its position in the file: in a literal of any kind, in a sum of literals, or in a
/// constant that the expression names.
/// </summary>
internal sealed class TextMap
{
    private readonly List<TextSpan> _characters = [];

    private TextMap()
    {
    }

    public static TextMap Create(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var map = new TextMap();
        map.Add(expression, model, cancellation);
        return map;
    }

    /// <summary>Returns the part of the file for a part of the text. An empty part is where it would begin.</summary>
    public TextSpan Span(int start, int end, ExpressionSyntax whole)
    {
        if (_characters.Count == 0 || start >= _characters.Count)
        {
            return whole.Span;
        }

        var last = _characters[Math.Max(start, Math.Min(end, _characters.Count) - 1)];
        var first = _characters[start];
        return last.End >= first.Start ? TextSpan.FromBounds(first.Start, last.End) : first;
    }

    private void Add(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                Add(inner.Expression, model, cancellation);
                break;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                Add(sum.Left, model, cancellation);
                Add(sum.Right, model, cancellation);
                break;
            case LiteralExpressionSyntax literal when literal.Token.Value is string value:
                AddToken(literal.Token, value);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                AddInterpolated(interpolated, model, cancellation);
                break;
            default:
                AddWhole(expression, model.GetConstantValue(expression, cancellation).Value as string ?? "");
                break;
        }
    }

    private void AddInterpolated(InterpolatedStringExpressionSyntax interpolated, SemanticModel model, CancellationToken cancellation)
    {
        var isRaw = interpolated.StringStartToken.Kind() is SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken;
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolationSyntax hole)
            {
                Add(hole.Expression, model, cancellation);
            }
            else
            {
                // Escapes and raw text differ by the string's kind. A constant with holes is so rare that the whole piece is
                // reported.
                var text = ((InterpolatedStringTextSyntax)content).TextToken;
                if (text.Text != text.ValueText)
                {
                    AddWhole(content, text.ValueText.Replace("{{", "{").Replace("}}", "}"));
                }
                else if (isRaw)
                {
                    AddPlain(text.SpanStart, text.Text.Length);
                }
                else
                {
                    AddBraces(text.SpanStart, text.Text);
                }
            }
        }
    }

    private void AddBraces(int start, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isDouble = text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i];
            _characters.Add(new TextSpan(start + i, isDouble ? 2 : 1));
            i += isDouble ? 1 : 0;
        }
    }

    private void AddToken(SyntaxToken token, string value)
    {
        var before = _characters.Count;
        if (token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        {
            var quotes = token.Text.Length - token.Text.TrimStart('"').Length;
            AddPlain(token.SpanStart + quotes, value.Length);
        }
        else if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            AddRawLines(token);
        }
        else if (token.IsVerbatimStringLiteral())
        {
            AddVerbatim(token);
        }
        else
        {
            AddEscaped(token);
        }

        if (_characters.Count - before != value.Length)
        {
            _characters.RemoveRange(before, _characters.Count - before);
            AddWhole(token.Parent!, value);
        }
    }

    private void AddPlain(int start, int length)
    {
        for (var i = 0; i < length; i++)
        {
            _characters.Add(new TextSpan(start + i, 1));
        }
    }

    private void AddVerbatim(SyntaxToken token)
    {
        var text = token.Text;
        for (var i = 2; i < text.Length - 1; i++)
        {
            var length = text[i] == '"' ? 2 : 1;
            _characters.Add(new TextSpan(token.SpanStart + i, length));
            i += length - 1;
        }
    }

    private void AddEscaped(SyntaxToken token)
    {
        var text = token.Text;
        for (var i = 1; i < text.Length - 1;)
        {
            var length = text[i] == '\\' ? EscapeLength(text, i) : 1;
            _characters.Add(new TextSpan(token.SpanStart + i, length));
            if (length == 10 && string.CompareOrdinal(text, i, "\\U0000", 0, 6) != 0)
            {
                // A character beyond the first 65,536 is two in the text.
                _characters.Add(new TextSpan(token.SpanStart + i, length));
            }

            i += length;
        }
    }

    private static int EscapeLength(string text, int start)
    {
        switch (text[start + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var end = start + 2;
                while (end < text.Length && end < start + 6 && Uri.IsHexDigit(text[end]))
                {
                    end++;
                }

                return end - start;
            default:
                return 2;
        }
    }

    /// <summary>Adds the lines between the quotes, without the indentation of the closing ones.</summary>
    private void AddRawLines(SyntaxToken token)
    {
        var text = SourceText.From(token.Text);
        var lines = text.Lines;
        var closing = lines[lines.Count - 1].ToString();
        var indentation = closing.Length - closing.TrimStart(' ', '\t').Length;
        for (var i = 1; i < lines.Count - 1; i++)
        {
            var line = lines[i];
            var start = Math.Min(line.Start + indentation, line.End);
            AddPlain(token.SpanStart + start, line.End - start);
            if (i < lines.Count - 2)
            {
                AddPlain(token.SpanStart + line.End, line.EndIncludingLineBreak - line.End);
            }
        }
    }

    private void AddWhole(SyntaxNode node, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            _characters.Add(node.Span);
        }
    }
}
