using System.Text;
using TypedExec.Import.Help;

namespace TypedExec.Import.Tests.Support;

/// <summary>The parsed content of a page, one item per line, for people to compare with the page.</summary>
internal static class PageText
{
    public static string Of(string layout, HelpPage page)
    {
        var text = new StringBuilder($"layout: {layout}\ndescription: {page.Description}\n");
        Append(text, "argument", page.Arguments.Select(argument => $"{Value(argument)}{About(argument.Description)}"));
        Append(text, "option", page.Options.Select(option => $"{Option(option)}{About(option.Description)}"));
        Append(text, "command", page.Commands.Select(Command));
        Append(text, "unread", page.Unread.Select(line => $"{line.Number}: {line.Text}"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string kind, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            text.Append(kind).Append(' ').Append(item).Append('\n');
        }
    }

    private static string Option(HelpOption option)
    {
        var text = new StringBuilder(string.Join(", ", option.Names));
        foreach (var value in option.Values)
        {
            text.Append(option.Separator is { } separator ? $" \"{separator}\"" : "").Append(' ').Append(Value(value));
        }

        text.Append(option.IsRequired ? " required" : "").Append(option.IsRepeatable ? " repeatable" : "").Append(option.IsPersistent ? " persistent" : "");
        return text.Append(option.ExclusiveOn.Count > 0 ? $" without {string.Join(' ', option.ExclusiveOn)}" : "").ToString();
    }

    private static string Value(HelpValue value)
    {
        var name = value.Suggestions.Count > 0 ? $"{value.Name}({string.Join('|', value.Suggestions)})" : $"<{value.Name}>";
        return $"{name}{(value.IsVariadic ? "..." : "")}{(value.IsOptional ? "?" : "")}";
    }

    private static string Command(HelpCommand command)
    {
        var text = new StringBuilder($"{string.Join(", ", command.Names)}{About(command.Description)}");
        if (command.Page is { } page)
        {
            foreach (var item in page.Options.Select(Option).Concat(page.Arguments.Select(Value)))
            {
                text.Append($"\n    {item}");
            }
        }

        return text.ToString();
    }

    private static string About(string? description) => string.IsNullOrEmpty(description) ? "" : $" -- {description}";
}
