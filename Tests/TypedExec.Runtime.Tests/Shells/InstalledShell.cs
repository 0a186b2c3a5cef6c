namespace TypedExec.Tests.Shells;

/// <summary>Finds the shells that the tests run; a test of one that is missing is skipped.</summary>
internal static class InstalledShell
{
    public static string PathOf(string name)
    {
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        {
            var path = Path.Combine(directory, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"{name} is not installed");
        return "";
    }
}
