namespace TypedExec.Tests.Shells;

/// <summary>Finds the shells that the tests run.</summary>
internal static class InstalledShell
{
    /// <summary>Returns the shell's path; skips the running test if it isn't installed.</summary>
    public static string PathOf(string name)
    {
        Programs.SkipWithout(name);
        return Programs.Find(name)!;
    }
}
