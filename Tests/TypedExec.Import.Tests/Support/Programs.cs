namespace TypedExec.Import.Tests.Support;

/// <summary>Programs that the tests run, and a directory for what the tests write.</summary>
internal static class Programs
{
    /// <summary>Skips the running test if a program is missing.</summary>
    public static void SkipWithout(string program)
        => Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, program))),
            $"{program} is not installed");
}
