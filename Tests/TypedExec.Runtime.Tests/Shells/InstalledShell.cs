namespace TypedExec.Tests.Shells;

/// <summary>Finds the shells that the tests run.</summary>
internal static class InstalledShell
{
    /// <summary>What CI installs; a test of one that is missing is skipped.</summary>
    public static string PathOf(string name)
    {
        Assert.SkipUnless(Find(name) is not null, $"{name} is not installed");
        return Find(name)!;
    }

    /// <summary>What is tested where it happens to be.</summary>
    public static string OptionalPathOf(string name)
    {
        Programs.SkipWithout(name);
        return Find(name)!;
    }

    private static string? Find(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
}
