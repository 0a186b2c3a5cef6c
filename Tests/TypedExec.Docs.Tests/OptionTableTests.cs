using System.Text;

namespace TypedExec.Docs.Tests;

/// <summary>
/// The tables that answer "how do I express …": each row's declaration is compiled and its value set, and the command line must
/// be that of the row. The block before a table has its types.
/// </summary>
public sealed class OptionTableTests
{
    private const string Header = "| the program wants | declare | set |";

    [Fact]
    public async Task Each_row_renders_the_command_line_it_shows()
    {
        var page = new Page("docs/options.md");
        var rows = RowsOf(page);
        Assert.True(rows.Count > 40, $"{rows.Count} rows");

        // Declarations with the same name in several rows are separate classes.
        var statements = new StringBuilder();
        var types = new StringBuilder();
        foreach (var (row, index) in rows.Select(static (row, index) => (row, index)))
        {
            statements.Append(null, $"Console.WriteLine(new Row{index} {{ {row.Set} }});\n");
            types.Append(null, $"[Command(\"x\")] public sealed partial class Row{index} {{ {row.Declare} }}\n");
        }

        var source = $"using System.Text;\nusing TypedExec;\n{statements}{types}{string.Join('\n', rows.Select(static row => row.Types).Distinct())}";
        var example = new Example(page, new Block(1, "csharp", ""), source, IsProgram: true, []);
        var compilation = Compiling.Of(example);
        Assert.Empty((await Compiling.ProblemsAsync(compilation, example)).Select(static problem => problem.ToString()));
        var printed = (await Support.Program.RunAsync(compilation)).TrimEnd('\n').Split('\n');
        Assert.Equal(rows.Select(static row => $"x {row.Wanted}"), printed);
    }

    [Fact]
    public async Task Each_row_of_a_specification_renders_the_command_line_it_shows()
    {
        var page = new Page("docs/specifications.md");
        (string Kind, string Setting, string Set, string Wanted)[] rows = [.. SettingsOf(page, "options"), .. SettingsOf(page, "args")];
        Assert.True(rows.Length > 10, $"{rows.Length} rows");
        var specification = $$"""{ "subcommands": [{{string.Join(",\n", rows.Select(static (row, index) => $$"""{ "name": "row{{index}}", "{{row.Kind}}": [{{row.Setting}}] }"""))}}] }""";
        var statements = string.Concat(rows.Select(static (row, index) => $"Console.WriteLine(new X.Row{index} {{ {row.Set} }});\n"));
        var source = $"{statements}[Command(\"x\", Specification = \"x.json\")] public partial class X;";
        var example = new Example(page, new Block(1, "csharp", ""), source, IsProgram: true, [("x.json", specification)]);
        var compilation = Compiling.Of(example);
        Assert.Empty((await Compiling.ProblemsAsync(compilation, example)).Select(static problem => problem.ToString()));
        var printed = (await Support.Program.RunAsync(compilation)).TrimEnd('\n').Split('\n');
        Assert.Equal(rows.Select(static (row, index) => $"x row{index} {row.Wanted}"), printed);
    }

    private static IEnumerable<(string Kind, string Setting, string Set, string Wanted)> SettingsOf(Page page, string kind)
    {
        var lines = page.Text.Split('\n');
        foreach (var line in lines.SkipWhile(line => line != $"| in `{kind}` | set | rendered as |").Skip(2).TakeWhile(static line => line.StartsWith('|')))
        {
            var cells = line.Split('|').Select(static cell => cell.Trim().Trim('`')).ToArray();
            Assert.Equal(5, cells.Length);
            yield return (kind, cells[1], cells[2], cells[3]);
        }
    }

    private static List<(string Wanted, string Declare, string Set, string Types)> RowsOf(Page page)
    {
        var rows = new List<(string, string, string, string)>();
        var lines = page.Text.Split('\n');
        for (var i = Array.IndexOf(lines, Header); i >= 0; i = Array.IndexOf(lines, Header, i))
        {
            var types = Block.In(page).Last(block => block.Line <= i && block.IsCSharp).Text.Replace("using System.Text;", "", StringComparison.Ordinal);
            for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++)
            {
                var cells = lines[i].Replace("\\|", "\0", StringComparison.Ordinal).Split('|')
                    .Select(static cell => cell.Replace('\0', '|').Trim().Trim('`').Trim()).ToArray();
                Assert.Equal(5, cells.Length);
                rows.Add((cells[1], cells[2], cells[3], types));
            }
        }

        return rows;
    }
}
