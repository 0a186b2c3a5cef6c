namespace TypedExec.Tests.Support;

/// <summary>The programs that the tests run.</summary>
internal static class Programs
{
    public static Executable Sh { get; } = new("sh");

    public static Executable Cat { get; } = new("cat");

    public static Executable Sleep { get; } = new("sleep");

    public static Executable True { get; } = new("true");

    public static Executable NoSuch { get; } = new("/no/such");

    /// <summary>A shell that runs a script.</summary>
    public static ChildProcess SpawnScript(string script, SpawnOptions? options = null) => Sh.Spawn(["-c", script], options);

    /// <summary>The same, captured.</summary>
    public static Execution ExecScript(string script, ExecFileOptions? options = null, CancellationToken ct = default)
        => Sh.ExecFile(["-c", script], options, ct);

    /// <summary>Skips the running test where a program is missing.</summary>
    public static void SkipWithout(string program)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        Assert.SkipUnless(path.Split(':').Any(directory => File.Exists(Path.Combine(directory, program))), $"{program} is not installed");
    }

    public static void SkipUnlessRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "other ids need root");

    public static void SkipIfRoot() => Assert.SkipWhen(Environment.IsPrivilegedProcess, "root is refused nothing");
}
