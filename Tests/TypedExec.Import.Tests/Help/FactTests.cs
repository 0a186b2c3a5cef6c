using TypedExec.Import.Help;
using TypedExec.Import.Layouts;

namespace TypedExec.Import.Tests.Help;

/// <summary>
/// What is known of programs that are installed is found in what they print: a file of <c>Facts</c> names the call, and then
/// options and commands, each with its values: <c>&lt;&gt;?</c> for one that may be left out, <c>&lt;&gt;...</c> for several.
/// A newer program may have more.
/// </summary>
public sealed class FactTests
{
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Help", "Facts");

    public static TheoryData<string> Programs
        => [.. System.IO.Directory.GetFiles(Directory, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Known_facts_about_a_program_are_found_in_its_help(string name)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Directory, name + ".txt"), TestContext.Current.CancellationToken);
        var call = lines[0][2..].Split(' ');
        Support.Programs.SkipWithout(call[0]);
        var text = HelpText.Parse(await HelpOfAsync(call));
        var layout = KnownLayouts.Detect(text);
        var page = layout.ReadPage(text, [.. call.TakeWhile(word => !word.StartsWith('-') && word != "all")]);

        Assert.Equal(lines[1], $"layout {layout.Name}");
        Assert.Equal("", string.Join('\n', lines[2..].Where(fact => !Holds(fact.Split(' '), page))));
    }

    private static bool Holds(string[] fact, HelpPage page)
    {
        if (fact[0] == "command")
        {
            return page.Commands.Any(command => command.Names.Contains(fact[1]));
        }

        var names = fact[1..].TakeWhile(word => word.StartsWith('-') || word.StartsWith('/')).ToList();
        var values = fact.Where(word => word.StartsWith('<')).ToList();
        return page.Options.Any(option => names.All(option.IsNamed)
            && (option.IsRepeatable || !fact.Contains("repeatable"))
            && option.Values.Select(Shape).SequenceEqual(values));
    }

    private static string Shape(HelpValue value) => $"<>{(value.IsVariadic ? "..." : "")}{(value.IsOptional ? "?" : "")}";

    private static async Task<string> HelpOfAsync(string[] call)
    {
        var options = new ExecFileOptions
        {
            // Inside a repository git diff says something else.
            Cwd = Path.GetTempPath(),
            ThrowOnFailure = false,
            Timeout = TimeSpan.FromMinutes(2),
            KillDescendants = true,
            Env = new Dictionary<string, string?> { ["LC_ALL"] = "C", ["COLUMNS"] = "100", ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["DOTNET_NOLOGO"] = "1", ["npm_config_update_notifier"] = "false" },
        };
        var result = await new Executable(call[0]).ExecFile(call[1..], options, TestContext.Current.CancellationToken);
        return result.Stdout + result.Stderr;
    }
}
