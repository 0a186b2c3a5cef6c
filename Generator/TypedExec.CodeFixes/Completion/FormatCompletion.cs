using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Tags;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes.Completion;

/// <summary>In the <c>Format</c> of an option, an argument or a hole: formats of the value's type, each with what it gives.</summary>
[ExportCompletionProvider(nameof(FormatCompletion), LanguageNames.CSharp)]
public sealed class FormatCompletion() : TextCompletion("\"")
{
    private static readonly DateTime Moment = new(2026, 2, 28, 13, 4, 5, DateTimeKind.Utc);

    private protected override Suggestions? Suggest(AttributeText text, SemanticModel model, CancellationToken cancellation)
    {
        if (text.Setting != "Format"
            || !(text.Attribute.IsNamed(KnownAttributes.Hole) || text.Attribute.IsNamed(KnownAttributes.Option) || text.Attribute.IsNamed(KnownAttributes.Argument))
            || TypeOf(text.Attribute, model, cancellation) is not { } type)
        {
            return null;
        }

        return new Suggestions(text.Before.Length, text.After.Length,
        [
            .. Formats(type).Select(format => new Suggestion(
                format.Format,
                format.Format,
                string.Format(CultureInfo.InvariantCulture, "{0:" + format.Format + "}", format.Example),
                WellKnownTags.Constant)),
        ]);
    }

    /// <summary>The type of the value: of the parameter or property, or of a list's items.</summary>
    private static ITypeSymbol? TypeOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var type = attribute.Parent?.Parent switch
        {
            ParameterSyntax parameter => model.GetDeclaredSymbol(parameter, cancellation)?.Type,
            PropertyDeclarationSyntax property => model.GetDeclaredSymbol(property, cancellation)?.Type,
            _ => null,
        };
        return type is null ? null : HoleReader.Underlying(PropertyType.Parse(type, isOption: false)?.ItemType ?? type);
    }

    private static IEnumerable<(string Format, object Example)> Formats(ITypeSymbol type)
    {
        string[] formats;
        object example;
        switch (type.SpecialType)
        {
            case SpecialType.System_DateTime:
                (formats, example) = (["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyyMMddHHmmss", "O", "R"], Moment);
                break;
            case SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64:
                (formats, example) = (["D4", "X", "x8"], 93);
                break;
            case SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                (formats, example) = (["0.##", "F2", "E3"], 12.5);
                break;
            default:
                (formats, example) = type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                    ? ([], "")
                    : type.Name switch
                    {
                        "DateTimeOffset" => (["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "O", "R"], new DateTimeOffset(Moment)),
                        // Examples by the types that .NET Standard has; the formats mean the same.
                        "DateOnly" => (["yyyy-MM-dd", "yyyyMMdd", "dd MMM yyyy"], Moment),
                        "TimeOnly" => (["HH:mm", "HH:mm:ss"], Moment),
                        "TimeSpan" => (["c", "hh':'mm':'ss", "mm':'ss"], Moment.TimeOfDay),
                        "Guid" => (["D", "N", "B"], new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")),
                        _ => ((string[])[], (object)""),
                    };
                break;
        }

        return formats.Select(format => (format, example));
    }
}
