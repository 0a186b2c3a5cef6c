using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;
using static TypedExec.Specifications.Tests.SpecifiedCommands;

namespace TypedExec.Specifications.Tests;

/// <summary>Options that commands share, declared or specified, are written once and are in the place that the program expects.</summary>
public sealed class PlaceTests
{
    private const int SharedCount = 20;
    private const int OwnCount = 10;

    private const string Az = """
        {
          "options": [{ "name": "--output", "args": {}, "place": "afterSubcommand" }, { "name": "--debug" }, { "name": "--last", "place": "afterArguments" }, { "name": "--" }],
          "subcommands": [{ "name": "vm", "options": [{ "name": "--group", "args": {}, "place": "afterSubcommand" }], "subcommands": [
            { "name": "list", "options": [{ "name": "--show-details" }], "args": { "name": "name" } }] }]
        }
        """;

    [Fact]
    public void An_option_of_the_parent_may_go_after_the_subcommand()
    {
        var tool = Generation.Load(Az);
        var az = Make(tool, ("Output", "json"), ("Debug", true), ("Last", true));
        var type = tool.GetNestedType("Vm")!;
        var vm = Make(type, ("Parent", az), ("Group", "g"));
        Assert.Equal(
            ["--debug", "vm", "list", "--output", "json", "--group", "g", "--show-details", "name", "--last"],
            Arguments(type.GetNestedType("List")!, ("Parent", vm), ("ShowDetails", true), ("Name", "name")));
        Assert.Equal(["--debug", "vm", "--output", "json", "--group", "g", "--last"], vm.ToArguments());
        Assert.Equal(["--debug", "--output", "json", "--last"], az.ToArguments());
        Assert.Equal(["vm", "list", "name"], Arguments(type.GetNestedType("List")!, ("Name", "name")));
        Assert.Equal(["--output", "o", "--"], Arguments(tool, ("Output", "o"), ("DashDash", true)));
    }

    [Fact]
    public void An_option_of_the_user_s_own_may_go_after_the_subcommand()
    {
        var tool = Generation.Load(Az, """
            /// <summary>Own.</summary>
            [Option("--query", Place = OptionPlace.AfterSubcommand)] public string? Query { get; init; }
            /// <summary>Its words come before the option.</summary>
            [Run("vm list {name}")] public partial System.Threading.Tasks.Task ListAsync(string name);
            /// <summary>Extended.</summary>
            [Subcommand("vm")] public partial class Vm
            {
                /// <summary>Its words come before the options of both.</summary>
                [Run("show {name}")] public partial System.Threading.Tasks.Task ShowAsync(string name);
            }
            """);
        var vm = tool.GetNestedType("Vm")!;
        Assert.Equal(["vm", "list", "--query", "q", "n"], Arguments(vm.GetNestedType("List")!, ("Parent", Make(vm, ("Parent", Make(tool, ("Query", "q"))))), ("Name", "n")));
        Assert.Equal(["--output", "o", "--query", "q"], Arguments(tool, ("Query", "q"), ("Output", "o")));
    }

    [Fact]
    public void A_persistent_option_keeps_its_place_wherever_it_is_set()
    {
        var tool = Generation.Load("""
            { "options": [{ "name": "--output", "args": {}, "place": "afterSubcommand", "isPersistent": true }, { "name": "--debug", "isPersistent": true }],
              "subcommands": [{ "name": "get", "subcommands": [{ "name": "pods", "options": [{ "name": "--all" }], "args": { "name": "pod" } }] }] }
            """);
        var get = tool.GetNestedType("Get")!;
        var pods = get.GetNestedType("Pods")!;
        Assert.Equal(["get", "pods", "--all", "--debug", "--output", "o", "p"], Arguments(pods, ("All", true), ("Debug", true), ("Output", "o"), ("Pod", "p")));
        Assert.Equal(["get", "--debug", "pods", "--output", "o", "p"], Arguments(pods, ("Parent", Make(get, ("Output", "o"), ("Debug", true))), ("Pod", "p")));
        var parent = Make(get, ("Parent", Make(tool, ("Output", "o"), ("Debug", true))));
        Assert.Equal(["--debug", "get", "pods", "--output", "o", "p"], Arguments(pods, ("Parent", parent), ("Pod", "p")));
    }

    [Fact]
    public void Two_specified_commands_of_thirty_options_like_kubectl_have_the_shared_ones_once()
    {
        var tool = Generation.Load(Specification("isPersistent", "true"));
        foreach (var (name, letter) in Commands)
        {
            var type = tool.GetNestedType(name)!;
            Assert.Equal(Own(letter).Append("Parent").Append("Path").Order(StringComparer.Ordinal), DeclaredBy(type));
            Assert.Equal(tool.GetNestedType("Get")!.BaseType!.GetGenericTypeDefinition(), type.BaseType!.GetGenericTypeDefinition());
            Assert.Equal([name.ToLowerInvariant(), .. Rendered(Own(letter)), .. Rendered(Shared), "p"], Arguments(type, [.. Values(Own(letter)), .. Values(Shared), ("Path", "p")]));
        }
    }

    [Theory]
    [InlineData("beforeArguments")]
    [InlineData("afterSubcommand")]
    public void Two_specified_commands_of_thirty_options_take_the_shared_ones_of_the_parent(string place)
    {
        var tool = Generation.Load(Specification("place", $"\"{place}\""));
        AssertParents(tool, place == "afterSubcommand");
    }

    [Fact]
    public void Two_declared_commands_of_thirty_options_like_kubectl_share_a_set()
    {
        var types = Declare($"[Command(\"tool\")] public static partial class Tool {{ {DeclaredCommands(" : Shared")} }}", "");
        foreach (var (name, letter) in Commands)
        {
            var type = types.GetType("Tool")!.GetNestedType(name)!;
            Assert.Equal(Own(letter).Append("Path").Order(StringComparer.Ordinal), DeclaredBy(type));
            Assert.Equal([name.ToLowerInvariant(), .. Rendered(Shared), .. Rendered(Own(letter)), "p"], Arguments(type, [.. Values(Own(letter)), .. Values(Shared), ("Path", "p")]));
        }
    }

    [Theory]
    [InlineData("BeforeArguments")]
    [InlineData("AfterSubcommand")]
    public void Two_declared_commands_of_thirty_options_take_the_set_of_the_parent(string place)
    {
        var types = Declare($"[Command(\"tool\")] public partial class Tool : Shared {{ {DeclaredCommands("")} }}", $", Place = OptionPlace.{place}");
        AssertParents(types.GetType("Tool")!, place == "AfterSubcommand");
    }

    private static (string Name, char Letter)[] Commands => [("Get", 'G'), ("Apply", 'A')];

    private static string[] Shared => [.. Enumerable.Range(0, SharedCount).Select(static number => $"S{number}")];

    private static string[] Own(char letter) => [.. Enumerable.Range(0, OwnCount).Select(number => $"{letter}{number}")];

    private static IEnumerable<(string, object)> Values(string[] options) => options.Select(static option => (option, (object)("of " + option)));

    private static IEnumerable<string> Rendered(string[] options) => options.SelectMany(static option => (string[])["--" + option.ToLowerInvariant(), "of " + option]);

    /// <summary>Git expects the options of the parent before the subcommand, az after it.</summary>
    private static void AssertParents(Type tool, bool isAfterSubcommand)
    {
        var parent = Make(tool, [.. Values(Shared)]);
        foreach (var (name, letter) in Commands)
        {
            var type = tool.GetNestedType(name)!;
            Assert.Equal(Own(letter).Append("Parent").Append("Path").Order(StringComparer.Ordinal), DeclaredBy(type));
            string[] word = [name.ToLowerInvariant()];
            Assert.Equal(
                [.. isAfterSubcommand ? word.Concat(Rendered(Shared)) : Rendered(Shared).Concat(word), .. Rendered(Own(letter)), "p"],
                Arguments(type, [.. Values(Own(letter)), ("Path", "p"), ("Parent", parent)]));
        }

        Assert.Equal(Rendered(Shared), parent.ToArguments());
    }

    private static string[] DeclaredBy(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(static property => property.Name).Order(StringComparer.Ordinal)];

    private static string Specification(string setting, string value)
    {
        return $$"""
            { "options": [{{Options(Shared, $", \"{setting}\": {value}")}}], "subcommands": [
              { "name": "get", "options": [{{Options(Own('G'), "")}}], "args": { "name": "path" } },
              { "name": "apply", "options": [{{Options(Own('A'), "")}}], "args": { "name": "path" } }] }
            """;

        static string Options(string[] names, string setting)
            => string.Join(", ", names.Select(name => $$"""{ "name": "--{{name.ToLowerInvariant()}}", "args": {}{{setting}} }"""));
    }

    private static string DeclaredCommands(string baseClass) => string.Concat(Commands.Select(command => $$"""
        [Subcommand("{{command.Name.ToLowerInvariant()}}")]
        public partial class {{command.Name}}{{baseClass}}
        {
            {{Properties(Own(command.Letter), "")}}
            [Argument(0)] public string? Path { get; init; }
        }
        """));

    private static string Properties(string[] names, string setting)
        => string.Concat(names.Select(name => $"[Option(\"--{name.ToLowerInvariant()}\"{setting})] public string? {name} {{ get; init; }}\n"));

    private static Assembly Declare(string commands, string setting)
    {
        Generation.Driver().RunGeneratorsAndUpdateCompilation(
            Generation.Compilation($"using TypedExec; [OptionSet] public abstract class Shared {{ {Properties(Shared, setting)} }} {commands}"),
            out var compilation,
            out _,
            TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(image.ToArray());
    }
}
