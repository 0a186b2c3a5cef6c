using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Tags;
using TypedExec.Generator.Methods.Parsing;
using TypedExec.Generator.Parsing;

namespace TypedExec.CodeFixes.Completion;

/// <summary>
/// In the template of a [Run] method: after <c>{</c> the method's parameters, and after <c>[</c> its flags. Those that the template
/// does not have yet come first.
/// </summary>
[ExportCompletionProvider(nameof(TemplateCompletion), LanguageNames.CSharp)]
public sealed class TemplateCompletion() : TextCompletion("{[")
{
    private protected override Suggestions? Suggest(AttributeText text, SemanticModel model, CancellationToken cancellation)
    {
        if (text.Setting is not null
            || !text.Attribute.IsNamed(KnownAttributes.Run)
            || text.Attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellation) is not { } method)
        {
            return null;
        }

        var typed = text.Before.Reverse().TakeWhile(IsNamePart).Count();
        var rest = text.After.TakeWhile(IsNamePart).Count();
        var before = text.Before.Substring(0, text.Before.Length - typed);
        if (IsInHole(before))
        {
            var closing = text.After.Skip(rest).FirstOrDefault() == '}' ? "" : "}";
            return Of(method, text, typed, rest, static _ => true, name => name + closing);
        }

        var blank = text.After.Skip(rest).FirstOrDefault() == ' ' ? "" : " ";
        return IsInGroup(before) ? Of(method, text, typed, rest, IsFlag, name => name + "?" + blank) : null;
    }

    private static Suggestions Of(
        IMethodSymbol method, AttributeText text, int typed, int rest, Func<IParameterSymbol, bool> filter, Func<string, string> insert)
    {
        var parameters = method.Parameters
            .Where(static parameter => parameter.Name.Length > 0 && !OtherParametersReader.IsOne(parameter.Type))
            .Where(filter)
            .OrderBy(parameter => IsUsed(parameter.Name, text) ? 1 : 0);
        return new Suggestions(typed, rest,
        [
            .. parameters.Select(parameter => new Suggestion(
                parameter.Name,
                insert(parameter.Name),
                parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                WellKnownTags.Parameter)),
        ]);
    }

    /// <summary>Whether a single brace, and not the escape <c>{{</c>, is the last character.</summary>
    private static bool IsInHole(string before) => before.Reverse().TakeWhile(static character => character == '{').Count() % 2 == 1;

    private static bool IsInGroup(string before)
    {
        var trimmed = before.TrimEnd(' ');
        return trimmed.EndsWith("[", StringComparison.Ordinal) && !trimmed.EndsWith("\\[", StringComparison.Ordinal);
    }

    private static bool IsFlag(IParameterSymbol parameter) => HoleReader.Underlying(parameter.Type).SpecialType == SpecialType.System_Boolean;

    private static bool IsUsed(string name, AttributeText text)
    {
        string[] holes = ["{" + name + "}", name + "?"];
        return holes.Any(hole => text.Before.Contains(hole) || text.After.Contains(hole));
    }

    private static bool IsNamePart(char character) => SyntaxFacts.IsIdentifierPartCharacter(character);
}
