using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>The generated <c>Exec</c>, whose text comes after the program's name.</summary>
public sealed class ShellTests
{
    private const string Constant = "it's $HOME";

    [Fact]
    public void A_hole_is_quoted()
    {
        var value = "a  b; exit 7";

        Assert.Equal("[a  b; exit 7]", Printf.ExecSync($"'[%s]' {value} | cat").Stdout);
    }

    [Fact]
    public async Task A_hole_that_is_constant_is_quoted_too()
        => Assert.Equal("[it's $HOME]", (await Printf.Exec($"'[%s]' {Constant}", cancellationToken: TestContext.Current.CancellationToken)).Stdout);

    [Fact]
    public async Task Constant_text_goes_to_the_shell_unchanged()
        => Assert.Equal("3\n", (await Printf.Exec("abc | wc -c", cancellationToken: TestContext.Current.CancellationToken)).Stdout);
}

[Command("printf")]
internal static partial class Printf;
