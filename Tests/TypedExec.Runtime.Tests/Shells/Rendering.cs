using TypedExec.Shells;

namespace TypedExec.Tests.Shells;

/// <summary>Returns what a shell would get, without running it.</summary>
internal static class Rendering
{
    public static string For(string shell, ShellCommand command) => command.Render(ShellDialect.Find(shell), masked: false);

    /// <summary>Returns the text of the rejection.</summary>
    public static string Refusal(string shell, ShellCommand command)
        => Assert.ThrowsAny<ArgumentException>(() => For(shell, command)).Message;
}
