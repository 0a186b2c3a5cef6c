namespace TypedExec.Tests.Played;

/// <summary>The borrowed tests do run against fakes.</summary>
public sealed class PlayedTests
{
    [Fact]
    public async Task The_children_of_a_borrowed_test_are_fakes_that_behave_like_the_program()
    {
        var child = Programs.SpawnScript("echo played; exit 3");

        Assert.True(child.Pid > 4 * 1024 * 1024);
        Assert.Equal("played\n", await child.Stdout!.ReadToEndAsync().Soon());
        Assert.Equal(3, (await child.WaitForExitAsync().Soon()).ExitCode);
    }
}
