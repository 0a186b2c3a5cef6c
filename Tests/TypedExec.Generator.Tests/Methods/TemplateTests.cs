using Xunit;

namespace TypedExec.Generator.Tests.Methods;

/// <summary>What a template passes to a real program, word by word.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Groups_are_left_out_when_nothing_is_given() => Assert.Equal(["start", "the end"], Printf.Groups());

    [Fact]
    public void Groups_are_rendered_when_their_parameters_are_given() => Assert.Equal(
        ["start", "--max=5", "--author", "O'Hara; ls", "--all", "--level=very-high", "--more", "--", "-a", "b c", "the end"],
        Printf.Groups(5, "O'Hara; ls", true, Level.VeryHigh, true, ["-a", "b c"]));

    [Fact]
    public void A_nested_group_is_omitted_with_its_parent() => Assert.Equal(["start", "the end"], Printf.Groups(more: true));

    [Fact]
    public void The_instances_options_are_rendered_in_place()
    {
        var placed = new Placed { Output = "json", Last = true };
        Assert.Equal(["vm", "list", "--output", "json", "--all", "n", "--last"], placed.List("n"));
        Assert.Equal(["--output", "json", "n", "--last"], placed.Only("n"));
        Assert.Equal(
            ["sub", "show", "--output", "json", "--own", "o", "n", "-x", "y", "--last", "--end"],
            new Placed.Sub { Parent = placed, Own = "o", End = true }.Show("n", "y"));
        Assert.Equal(["%s\\0", "sub", "show", "--own", "o", "n"], new[] { "%s\\0" }.Concat(new Placed.Sub { Parent = new(), Own = "o" }.Show("n")));
    }

    [Fact]
    public void An_empty_list_leaves_its_group_out() => Assert.Equal(["start", "the end"], Printf.Groups(paths: []));

    [Fact]
    public void Quotes_braces_and_backslashes_are_literal() => Assert.Equal(
        ["a b", "c d", "e f", "{g}", "{h}", "[i]?", "[j]", "kl mn", "", "\"", "'", "\\", "{o}"], Printf.Quoting());

    [Fact]
    public void A_value_attached_to_an_option_is_not_empty()
    {
        Assert.Equal(["-gx", "--name=x"], Printf.Glued("x"));
        Assert.Equal("word", Assert.Throws<ArgumentException>(() => Printf.Glued("")).ParamName);
        Assert.Throws<ArgumentException>(() => Printf.GluedItems(["a", ""]));
        Assert.Equal(["-g"], Printf.GluedAfterMarker("").TakeLast(1));
    }

    [Fact]
    public void A_list_is_one_word_per_item() => Assert.Equal(["a", "", "b c", "-d"], Printf.Words(["a", "", "b c", "-d"]));

    [Fact]
    public void A_list_in_a_word_becomes_one_word_per_item() => Assert.Equal(["x=a=y", "x=b c=y"], Printf.Wrapped(Once("a", "b c")));

    [Fact]
    public void A_list_may_be_joined()
    {
        Assert.Equal(["--ids=1,2,3", "1,2,3"], Printf.Joined([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Generated.MethodCall.Join("ids", ["a,b"], ","));
    }

    [Fact]
    public void Values_have_the_text_of_their_type() => Assert.Equal(
        ["MAX!", "true", "0.5", "26.11.2026", "00000000-0000-0000-0000-000000000000", "http://localhost/a%20b", "x", "low", "MAX!", "1", "2"],
        Printf.Types(Level.Max, true, 0.5, new DateOnly(2026, 11, 26), Guid.Empty, new Uri("http://localhost/a%20b"), 'x', [Level.Low, Level.Max], [1, 2]));

    [Fact]
    public void A_default_immutable_array_is_empty()
        => Assert.Equal(8, Printf.Types(Level.Low, false, 1, default, default, new Uri("a", UriKind.Relative), 'x', [Level.Low], default).Length);

    [Theory]
    [InlineData("-x")]
    [InlineData("--upload-pack=x")]
    [InlineData("-1")]
    public async Task A_value_that_looks_like_an_option_is_rejected_at_once(string word)
    {
        var error = Assert.Throws<ArgumentException>(() => { _ = Printf.WordAsync(word); });
        Assert.Equal("word", error.ParamName);
        Assert.Throws<ArgumentException>(() => Printf.Two(word, "x"));
        Assert.Equal($"--\0{word}\0", System.Text.Encoding.UTF8.GetString(await Printf.AfterMarkerAsync(word)));
        Assert.Equal(word + "\0", System.Text.Encoding.UTF8.GetString(Printf.AnyWord(word)));
        Assert.Equal($"a{word}b\0", System.Text.Encoding.UTF8.GetString(Printf.Mixed(word)));
    }

    [Fact]
    public async Task A_lone_dash_is_not_an_option() => Assert.Equal("-\0", await Printf.WordAsync("-"));

    [Fact]
    public void A_rejected_null_names_the_parameter()
        => Assert.Equal("word", Assert.Throws<ArgumentNullException>(() => { _ = Printf.WordAsync(null!); }).ParamName);

    [Fact]
    public async Task A_secret_is_masked_wherever_it_is_shown()
    {
        var result = await Printf.Secret("hush");
        Assert.Equal("hush--password=hush", result.Stdout);
        Assert.DoesNotContain("hush", result.Command, StringComparison.Ordinal);
        Assert.Contains("--password=***", result.Command, StringComparison.Ordinal);
        Assert.DoesNotContain("-hush", Assert.Throws<ArgumentException>(() => { _ = Printf.Secret("-hush"); }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_puts_its_options_first()
    {
        var call = new Sh.Sub { Parent = new Sh { Errors = true }, Own = "o" }.Run("w");
        Assert.Equal(["-e", "sub", "--own", "o", "run", "w"], call.Child.SpawnArgs.Skip(1));
        Assert.Equal(["sub", "run", "w"], Sh.Sub.RunStatic("w").Child.SpawnArgs.Skip(1));
    }

    private static IEnumerable<string> Once(params string[] items)
    {
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
