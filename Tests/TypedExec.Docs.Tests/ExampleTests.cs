namespace TypedExec.Docs.Tests;

/// <summary>The pages show the truth.</summary>
public sealed class ExampleTests
{
    /// <summary>Gets page and line of every example.</summary>
    public static TheoryData<string, int> Examples => Places(static _ => true);

    /// <summary>Gets page and line of every example with output.</summary>
    public static TheoryData<string, int> Programs => Places(static example => example.Block.Prints);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_or_fails_as_marked(string page, int line)
    {
        var example = Find(page, line);
        var problems = await Compiling.ProblemsAsync(Compiling.Of(example), example);
        Assert.True(
            example.Block.Errors.Order().SequenceEqual(problems.Select(static problem => problem.Id).Order()),
            $"expected {(example.Block.Errors is [] ? "no problem" : string.Join(", ", example.Block.Errors))}, but:\n"
            + $"{string.Join('\n', problems)}\n\n{example.Source}");
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task An_example_prints_what_its_page_shows(string page, int line)
    {
        var example = Find(page, line);
        var output = Block.In(example.Page).First(block => block.Line > line);
        Assert.Equal("text", output.Info);
        Assert.Equal(output.Text, (await Program.RunAsync(Compiling.Of(example))).TrimEnd('\n'));
    }

    private static TheoryData<string, int> Places(Func<Example, bool> isWanted)
    {
        var data = new TheoryData<string, int>();
        foreach (var example in Page.All.SelectMany(Example.In).Where(isWanted))
        {
            data.Add(example.Page.Path, example.Block.Line);
        }

        return data;
    }

    private static Example Find(string page, int line)
        => Example.In(new Page(page)).Single(example => example.Block.Line == line);
}
