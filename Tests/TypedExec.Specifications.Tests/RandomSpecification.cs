using System.Text.Json.Nodes;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Creates specifications that use everything that Fig allows, sloppily: names that conflict, names in lists and without, empty
/// lists, null, members that matter only for completion, text of any kind.
/// </summary>
internal sealed class RandomSpecification(int seed)
{
    private static readonly string[] Words =
    [
        "all", "All", "dry-run", "dryRun", "dry_run", "exec", "parent", "build", "builder", "tool", "file", "run", "spawn", "to-arguments", "known",
        "v", "V", "1", "3way", "?", "###", "class", "string", "int", "value", "größe", "日本", "😀", "e\u0301", "a b", "no-all", "file-option",
        "equals", "get-type", "memberwise-clone", "system", "global", "TypedExec", "password", "command", "args", "arguments", "missing", "new",
        "--", "-", "_", "options", "executable", "add-options-to", "print-members", "field", "record", "required", "init", "this", "base",
    ];

    private static readonly string[] Texts =
    [
        "Plain.", "<b>&amp;</b>", "a \" quote \\ and a backslash", "line\nbreak\r\nand\ttab", "*/ // /* ---", "]]>", "&#0;", "{0} {{", "\u2028\u0085\uFFFE",
        "😀 größe", "", " ", "</summary>", "<see cref=\"Nothing\"/>", "'",
    ];

    private readonly Random _random = new(seed);

    public string Make() => Command(0, isProgram: true).ToJsonString();

    private JsonObject Command(int depth, bool isProgram = false)
    {
        var command = new JsonObject { ["name"] = isProgram ? "tool" : Names("") };
        Describe(command);
        Maybe(command, "options", () => Array(_random.Next(0, 12), Option));
        Maybe(command, "args", Arguments);
        Maybe(command, "groups", () => new JsonArray(Group("inputs"), null, Group(Pick(Words) + "s"), Group("file")));
        if (depth < 3)
        {
            Maybe(command, "subcommands", () => Array(_random.Next(0, 5 - depth), () => Command(depth + 1)));
        }

        Maybe(command, "additionalSuggestions", () => new JsonArray("x", new JsonObject { ["name"] = "y" }));
        Maybe(command, "loadSpec", () => Pick<JsonNode>("other", new JsonObject { ["type"] = "local" }));
        Maybe(command, "generateSpec", () => new JsonObject());
        Maybe(command, "requiresSubcommand", () => true);
        Maybe(command, "parserDirectives", () => new JsonObject
        {
            ["flagsArePosixNoncompliant"] = Flip(),
            ["optionsMustPrecedeArguments"] = Flip(),
            ["optionArgSeparators"] = Pick<JsonNode?>(null, ":", new JsonArray("=", ":"), new JsonArray()),
        });
        return command;
    }

    private JsonObject Group(string name)
    {
        var group = new JsonObject { ["name"] = name, ["options"] = new JsonArray(Option(), Option()) };
        Maybe(group, "args", Arguments);
        Maybe(group, "isRepeatable", () => Flip());
        Maybe(group, "place", () => Pick<JsonNode?>("beforeArguments", "afterArguments", null));
        Maybe(group, "description", () => Pick(Texts));
        return group;
    }

    private JsonObject Option()
    {
        var option = new JsonObject { ["name"] = Names(Pick("-", "--", "--", "", "+", "---")) };
        Describe(option);
        Maybe(option, "args", Arguments);
        Maybe(option, "isRepeatable", () => Pick<JsonNode?>(true, false, 1, 3, null));
        Maybe(option, "isRequired", () => Flip());
        Maybe(option, "isPersistent", () => Flip());
        Maybe(option, "requiresSeparator", () => Pick<JsonNode?>(true, false, ":", "=", "", " ", null));
        Maybe(option, "requiresEquals", () => Flip());
        Maybe(option, "exclusiveOn", () => Array(_random.Next(0, 4), () => JsonValue.Create("--" + Pick(Words))));
        Maybe(option, "place", () => Pick<JsonNode?>("beforeArguments", "afterSubcommand", "afterArguments", null));
        Maybe(option, "secret", () => Pick<JsonNode?>(true, false, null));
        Maybe(option, "separator", () => Pick<JsonNode?>("", " ", "=", ":", null));
        if (option["args"] is JsonObject single && !(single["isOptional"]?.GetValue<bool>() ?? false))
        {
            Maybe(option, "pairSeparator", () => Pick("=", ":", "::"));
            Maybe(option, "join", () => Pick(",", " "));
            if (option.ContainsKey("join"))
            {
                Maybe(option, "joinEscape", () => "\\");
            }
        }
        else if (option["args"] is null && !option.ContainsKey("isRepeatable"))
        {
            Maybe(option, "negation", () => Pick("+x", "--without y"));
            Maybe(option, "trueValue", () => Pick(Words));
            Maybe(option, "falseValue", () => Pick(Words));
        }

        Maybe(option, "dependsOn", () => Flip() ? new JsonArray() : null);
        return option;
    }

    private JsonNode? Arguments()
        => _random.Next(6) switch { 0 => null, 1 => new JsonArray(), 2 or 3 => Argument(), _ => Array(_random.Next(1, 4), Argument) };

    private JsonObject Argument()
    {
        var argument = new JsonObject();
        Maybe(argument, "name", () => Pick<JsonNode?>(null, "", Pick(Words), Pick(Texts), "[FILE]..."));
        Describe(argument);
        Maybe(argument, "isOptional", () => Flip());
        Maybe(argument, "isVariadic", () => Flip());
        Maybe(argument, "optionsCanBreakVariadicArg", () => Flip());
        Maybe(argument, "isCommand", () => Flip());
        Maybe(argument, "isScript", () => Flip());
        Maybe(argument, "allowLeadingDash", () => Flip());
        Maybe(argument, "after", () => Pick<JsonNode?>("--", "-exec", null));
        Maybe(argument, "isModule", () => Pick<JsonNode?>("python -m", true, null));
        Maybe(argument, "suggestCurrentToken", () => Flip());
        Maybe(argument, "debounce", () => Pick<JsonNode?>(true, 200));
        Maybe(argument, "type", () => Pick<JsonNode?>("integer", "number", "string", null));
        Maybe(argument, "template", () => Pick<JsonNode?>("filepaths", new JsonArray("folders", "help")));
        Maybe(argument, "default", () => Pick<JsonNode?>("x", Pick(Texts), 5, true));
        Maybe(argument, "generators", () => Pick<JsonNode?>(new JsonArray((JsonNode?)null), new JsonObject { ["script"] = "ls" }));
        Maybe(argument, "suggestions", () => Array(_random.Next(0, 6), () => Pick<JsonNode?>(
            null, Pick(Words), Pick(Texts), new JsonObject { ["name"] = Names("") }, new JsonObject { ["name"] = new JsonArray(), ["icon"] = "x" })));
        return argument;
    }

    private void Describe(JsonObject target)
    {
        Maybe(target, "description", () => Pick<JsonNode?>(null, Pick(Texts), Pick(Texts) + Pick(Texts)));
        Maybe(target, "hidden", () => Flip());
        Maybe(target, "deprecated", () => Pick<JsonNode?>(true, false, new JsonObject { ["description"] = Pick(Texts) }, new JsonObject { ["insertValue"] = "x" }));
        Maybe(target, "isDangerous", () => Flip());
        Maybe(target, "displayName", () => Pick(Texts));
        Maybe(target, "insertValue", () => Pick(Texts));
        Maybe(target, "icon", () => "fig://icon?type=x");
        Maybe(target, "priority", () => 76.5);
        Maybe(target, "cache", () => new JsonObject { ["ttl"] = 5 });
        Maybe(target, "filterStrategy", () => "fuzzy");
        Maybe(target, "nobodyKnowsThis", () => new JsonArray(1, null, new JsonObject()));
    }

    private JsonNode Names(string dashes)
        => Flip() ? JsonValue.Create(dashes + Pick(Words)) : Array(_random.Next(1, 4), () => JsonValue.Create(Pick(dashes, dashes, "-") + Pick(Words)));

    private JsonArray Array(int count, Func<JsonNode?> item) => [.. Enumerable.Range(0, count).Select(_ => item())];

    private void Maybe(JsonObject target, string name, Func<JsonNode?> value)
    {
        if (_random.Next(3) == 0)
        {
            target[name] = value();
        }
    }

    private bool Flip() => _random.Next(2) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
