using TypedExec.Requests;

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
    public static ChildProcess SpawnScript(string script, SpawnOptions? options = null)
    {
        SkipWithoutScripts();
        return Sh.Spawn(["-c", script], options);
    }

    /// <summary>The same, captured.</summary>
    public static Execution ExecScript(string script, ExecFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        SkipWithoutScripts();
        return Sh.ExecFile(["-c", script], options, cancellationToken);
    }

    /// <summary>Returns the request for <c>true</c> and options before any backend sees it.</summary>
    public static StartRequest Request(SpawnOptions options) => new()
    {
        File = "true",
        Argv = [options.Argv0 ?? "true"],
        MaskedArgv = ["true"],
        Command = "true",
        Stdio = OptionCheck.Complete(options.Stdio ?? []),
        Options = new RunOptions(options),
        Environment = ChildEnvironment.From(null, false, null),
        Detached = options.Detached ?? false,
        IpcIndex = OptionCheck.IpcIndex(options.Stdio ?? []),
    };

    /// <summary>Skips the running test if a program is missing.</summary>
    public static void SkipWithout(string program)
        => Assert.SkipUnless(Find(program) is not null, $"{program} is not installed");

    /// <summary>Returns the program's path on the PATH, or null.</summary>
    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? program + ".exe" : program)).FirstOrDefault(File.Exists);

    private static void SkipWithoutScripts() => Assert.SkipWhen(OperatingSystem.IsWindows(), "not on Windows: it runs a script of sh");

    public static void SkipUnlessRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "other ids need root");

    /// <summary>Skips the running test if no child can have other IDs.</summary>
    public static void SkipWithoutIds()
    {
        Assert.SkipWhen(PortableBackendAttribute.IsUsed, "not on the portable backend: Uid and Gid are refused");
        SkipUnlessRoot();
    }

    public static void SkipIfRoot() => Assert.SkipWhen(Environment.IsPrivilegedProcess, "root is refused nothing");
}
