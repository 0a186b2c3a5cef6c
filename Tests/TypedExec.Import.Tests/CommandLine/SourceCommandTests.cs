using TypedExec.Import.CommandLine;
using TypedExec.Import.Tests.Support;

namespace TypedExec.Import.Tests.CommandLine;

/// <summary><c>typedexec-import source</c>.</summary>
public sealed class SourceCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_per_subcommand_is_written()
    {
        var specification = Write("""{"name":"shop","subcommands":[{"name":"buy"},{"name":"list-all"}]}""");

        var tool = await Tool.RunAsync("source", specification, "-o", _folder.File("out"), "--namespace", "My.Shops");

        Assert.Equal(ExitCode.Success, tool.ExitCode);
        Assert.Equal(
            ["Shop.Buy.cs", "Shop.ListAll.cs", "Shop.cs"],
            Directory.GetFiles(_folder.File("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("namespace My.Shops;", await File.ReadAllTextAsync(_folder.File("out/Shop.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_class_can_be_named()
    {
        await Tool.RunAsync("source", Write("""{"name":"x"}"""), "-o", _folder.Path, "--class", "Xylophone");

        Assert.Contains("public partial class Xylophone", await File.ReadAllTextAsync(_folder.File("Xylophone.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_the_specification_is_reported_at_its_place()
    {
        var tool = await Tool.RunAsync("source", Write("{\"name\":\"x\",\n  \"options\":[{\"name\":5}]}"), "-o", _folder.Path, "--strict");

        Assert.Equal(ExitCode.Incomplete, tool.ExitCode);
        Assert.Contains("spec.json(2,", tool.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task A_file_that_is_not_a_specification_is_rejected(string text)
    {
        var tool = await Tool.RunAsync("source", Write(text), "-o", _folder.Path);

        Assert.Equal(ExitCode.BadInput, tool.ExitCode);
        Assert.Contains("error: ", tool.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_specification_is_named()
    {
        var tool = await Tool.RunAsync("source", _folder.File("none.json"));

        Assert.Equal(ExitCode.NoInput, tool.ExitCode);
        Assert.Contains("none.json' can't be read", tool.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--namespace", "1x")]
    [InlineData("--namespace", "A..B")]
    [InlineData("--class", "not a name")]
    public async Task Names_that_are_invalid_in_CSharp_are_rejected(string option, string value)
        => Assert.Equal(ExitCode.Usage, (await Tool.RunAsync("source", Write("""{"name":"x"}"""), option, value)).ExitCode);

    [Fact]
    public async Task An_imported_specification_becomes_source()
    {
        var script = _folder.Script("cook", "echo 'Usage: cook [OPTION]... DISH'; echo '  -s, --salt=GRAMS   how salty'; echo '      --hot[=DEGREES]  how hot'\n");
        await Tool.RunAsync("help", script, "-o", _folder.File("cook.json"));

        await Tool.RunAsync("source", _folder.File("cook.json"), "-o", _folder.Path);

        var assembly = await Source.Consumer.CompileAsync([await File.ReadAllTextAsync(_folder.File("Cook.cs"), TestContext.Current.CancellationToken)]);
        var cook = assembly.GetType("Commands.Cook", throwOnError: true)!;
        Assert.Equal(["--salt=5", "--hot", "soup"], Source.Sample.Arguments(cook, ("Salt", "5"), ("Hot", OptionalValue.Alone), ("Dish", "soup")));
    }

    private string Write(string text)
    {
        var path = _folder.File("spec.json");
        File.WriteAllText(path, text);
        return path;
    }
}
