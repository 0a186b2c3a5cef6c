namespace TypedExec.Remote.Tests.Support;

/// <summary>The programs that the carriers need.</summary>
internal static class Installed
{
    /// <summary>Skips the running test where a program is missing.</summary>
    public static void SkipWithout(params ReadOnlySpan<string> programs)
    {
        foreach (var program in programs)
        {
            Assert.SkipUnless(Executable.FindPath(program) is not null, $"{program} is not installed");
        }
    }
}
