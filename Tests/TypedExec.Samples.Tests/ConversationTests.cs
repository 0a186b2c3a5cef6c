using Conversation;
using Xunit;

namespace TypedExec.Samples.Tests;

public sealed class ConversationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_key_is_made_with_the_passphrase_that_was_typed()
    {
        SkipWithout("ssh-keygen");
        var folder = Directory.CreateTempSubdirectory("typedexec-samples-");
        try
        {
            var key = Path.Combine(folder.FullName, "key");

            var screen = await KeyMaker.CreateAsync(key, "correct horse", "who@where").WaitAsync(Soon);

            Assert.Contains("The key's randomart image is:", screen, StringComparison.Ordinal);
            Assert.DoesNotContain("correct horse", screen, StringComparison.Ordinal);
            var opened = await new Executable("ssh-keygen").ExecFile("-y", "-P", "correct horse", "-f", key);
            Assert.StartsWith("ssh-ed25519 ", opened.Stdout, StringComparison.Ordinal);
            Assert.EndsWith("who@where\n", opened.Stdout, StringComparison.Ordinal);
            await Assert.ThrowsAsync<ExecException>(async () => await new Executable("ssh-keygen").ExecFile("-y", "-P", "wrong", "-f", key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_key_that_cannot_be_written_is_an_error_with_the_screen()
    {
        SkipWithout("ssh-keygen");
        var folder = Directory.CreateTempSubdirectory("typedexec-samples-");
        try
        {
            var error = await Assert.ThrowsAnyAsync<Exception>(
                () => KeyMaker.CreateAsync(Path.Combine(folder.FullName, "no", "such", "key"), "correct horse", "who@where").WaitAsync(Soon));

            Assert.Contains("No such file or directory", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Python_remembers_earlier_input()
    {
        SkipWithout("python3");
        await using var python = await PythonSession.StartAsync().WaitAsync(Soon);

        Assert.Equal("", await python.AskAsync("x = 6 * 7").WaitAsync(Soon));
        Assert.Equal("42\n43", await python.AskAsync("print(x); x + 1").WaitAsync(Soon));
        Assert.Contains("ZeroDivisionError", await python.AskAsync("1 / 0").WaitAsync(Soon), StringComparison.Ordinal);
        Assert.StartsWith(">>> x = 6 * 7\n>>> print(x); x + 1\n42\n43", python.Screen, StringComparison.Ordinal);
    }

    private static void SkipWithout(string program)
        => Assert.SkipUnless(Executable.FindPath(program) is not null, $"{program} is not installed");
}
