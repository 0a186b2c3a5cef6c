namespace TypedExec.Package.Tests.Support;

/// <summary>Programs that a test needs in addition to the SDK.</summary>
internal static class Programs
{
    /// <summary>Skips the running test where a program is missing.</summary>
    public static void SkipWithout(string program) => Assert.SkipUnless(Executable.FindPath(program) is not null, $"{program} is not installed");
}
