namespace TypedExec.Tests.Shells;

/// <summary>Finds the shells that the tests run.</summary>
internal static class InstalledShell
{
    /// <summary>The shell's path; the running test is skipped where it is missing.</summary>
    public static string PathOf(string name)
    {
        Programs.SkipWithout(name);
        return Programs.Find(name)!;
    }
}
