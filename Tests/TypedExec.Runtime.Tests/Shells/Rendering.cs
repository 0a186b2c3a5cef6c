using TypedExec.Shells;

namespace TypedExec.Tests.Shells;

/// <summary>What a shell would be given, without running it.</summary>
internal static class Rendering
{
    public static string For(string shell, ShellCommand command) => command.Render(ShellDialect.Find(shell), masked: false);

    /// <summary>The text of the refusal.</summary>
    public static string Refusal(string shell, ShellCommand command)
        => Assert.ThrowsAny<ArgumentException>(() => For(shell, command)).Message;
}
