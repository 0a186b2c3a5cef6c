using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Text;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>The documentation: the specification's text, and what the attribute doesn't show.</summary>
internal static class SourceDocs
{
    public static void Write(CodeWriter code, CommandSpecification command)
    {
        code.Doc("summary", Summary(command.Description, command.Name));
        code.Doc("remarks", Remarks([Aliases(command.Names.Skip(1)), Deprecation(command.Deprecation)]));
    }

    public static void Write(CodeWriter code, PlannedOption option)
    {
        var specification = option.Specification;
        code.Doc("summary", Summary(specification.Description, specification.Name));
        code.Doc("remarks", Remarks(
        [
            Aliases(specification.Names.Skip(1).Where(name => name.Length > 2 && name != OptionShapes.NegationOf(specification))),
            option.Shape is MemberShape.Values or MemberShape.Groups ? Order(specification.Arguments) : "",
            Values(specification.Arguments),
            Default(specification.Arguments),
            Deprecation(specification.Deprecation),
            specification.Has(SpecificationTraits.Dangerous) ? "Dangerous: it can cause irreversible damage." : "",
            specification.Has(SpecificationTraits.Persistent) ? "Applies to all subcommands; set it through their <c>Parent</c>." : "",
        ]));
    }

    public static void Write(CodeWriter code, PlannedArgument argument, IReadOnlyList<PlannedArgument> following)
    {
        var specification = argument.Specification!;
        var name = specification.Name.Length > 0 ? specification.Name : "argument";
        var rest = string.Join(", ", following.Select(other => Code(other.Marker?.Name ?? (other.Specification!.Name is { Length: > 0 } text ? text : "argument"))));
        code.Doc("summary", Summary(argument.Marker?.Description ?? specification.Description, name));
        code.Doc("remarks", Remarks(
        [
            rest.Length > 0 ? $"The arguments after it, {rest}, are part of the list." : "",
            Values(new([specification])),
            Default(new([specification])),
        ]));
    }

    private static string Summary(string? description, string name)
    {
        var text = DocText.From(description ?? "").Trim();
        return text.Length == 0 ? $"{Code(name)}." : text[^1] is '.' or '!' or '?' or ':' ? text : text + ".";
    }

    private static string Remarks(IEnumerable<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    private static string Aliases(IEnumerable<string> names)
        => string.Join(", ", names.Select(Code)) is { Length: > 0 } others ? $"Also {others}." : "";

    private static string Order(EquatableArray<ArgumentSpecification> arguments)
        => $"Values, in order: {string.Join(", ", arguments.Select(argument => Code(argument.Name.Length > 0 ? argument.Name : "value")))}.";

    private static string Values(EquatableArray<ArgumentSpecification> arguments)
    {
        var values = arguments.SelectMany(argument => argument.Suggestions).Distinct(StringComparer.Ordinal).ToList();
        return values.Count == 0 ? "" : $"Known values: {string.Join(", ", values.Select(Code))}.";
    }

    private static string Default(EquatableArray<ArgumentSpecification> arguments)
        => arguments.FirstOrDefault(argument => argument.Default is { Length: > 0 }) is { Default: { } value } ? $"Default: {Code(value)}." : "";

    private static string Deprecation(string? deprecation)
        => deprecation is null ? "" : deprecation.Length == 0 ? "Deprecated." : $"Deprecated: {DocText.From(deprecation)}.";

    private static string Code(string text) => $"<c>{DocText.From(text)}</c>";
}
