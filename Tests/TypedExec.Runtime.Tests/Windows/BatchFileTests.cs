using static TypedExec.Tests.Windows.OnWindows;

namespace TypedExec.Tests.Windows;

/// <summary>Batch files, whose arguments cmd.exe reads.</summary>
[NeedsWindows]
public sealed class BatchFileTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("two words")]
    [InlineData("a&calc")]
    [InlineData("a|b>c<d")]
    [InlineData("^caret")]
    [InlineData("bang!")]
    [InlineData("(paren)")]
    [InlineData("")]
    public async Task An_argument_reaches_a_batch_files_program_unchanged(string argument)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["pass.cmd"], $"@\"{Program.FileName}\" arguments %*\r\n");

        Assert.Equal([argument, "last"], Arguments((await new Executable(directory["pass.cmd"]).ExecFile(argument, "last").Soon()).Stdout));
    }

    [Theory]
    [InlineData("100%")]
    [InlineData("%OS%")]
    [InlineData("%CD:~,1%")]
    public async Task A_percent_sign_does_not_start_a_variable(string argument)
    {
        SkipUnderWine("expands what stands in the arguments of a batch file once more");
        using var directory = new TempDirectory();
        File.WriteAllText(directory["pass.cmd"], $"@\"{Program.FileName}\" arguments %*\r\n");

        Assert.Equal([argument], Arguments((await new Executable(directory["pass.cmd"]).ExecFile(argument).Soon()).Stdout));
    }

    [Theory]
    [InlineData("\"&echo injected")]
    [InlineData("%OS%")]
    [InlineData("a\" & echo injected & \"b")]
    [InlineData("%CMDCMDLINE:~-1%&echo injected")]
    public async Task No_part_of_an_argument_is_run(string argument)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["pass.cmd"], "@rem\r\n");

        Assert.Equal("", (await new Executable(directory["pass.cmd"]).ExecFile([argument], new ExecFileOptions { ThrowOnFailure = false }).Soon()).Stdout);
    }

    [Fact]
    public async Task A_batch_file_in_a_directory_with_spaces_gives_its_exit_code()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["my dir"]);
        File.WriteAllText(directory["my dir\\seven.bat"], "@exit /b 7\r\n");

        Assert.Equal(7, (await new Executable(directory["my dir\\seven.bat"]).Spawn("a b").WaitForCloseAsync().Soon()).ExitCode);
    }

    [Fact]
    public void A_line_break_is_rejected_at_the_call()
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory["pass.cmd"], "@rem\r\n");

        Assert.Throws<ArgumentException>(() => { new Executable(directory["pass.cmd"]).Spawn("a\nb"); });
    }
}
