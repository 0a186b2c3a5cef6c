namespace TypedExec.Import.Running;

/// <summary>Whether programs can run without a network on this machine, and the command that makes them do so.</summary>
internal sealed class Isolation
{
    private Isolation(bool isAvailable) => IsAvailable = isAvailable;

    /// <summary>Whether the kernel disables the network. Otherwise, only invalid proxies keep programs from using it.</summary>
    public bool IsAvailable { get; }

    public static async Task<Isolation> ProbeAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Isolation(false);
        }

        try
        {
            var probe = await Of(["true"]).ExecFile(new ExecFileOptions { ThrowOnFailure = false, Input = "", Timeout = TimeSpan.FromSeconds(5) }, cancellationToken);
            return new Isolation(probe.ExitCode == 0);
        }
        catch (ExecException)
        {
            // It isn't installed, or user namespaces aren't allowed here.
            return new Isolation(false);
        }
    }

    public ICommand Run(string program, IReadOnlyList<string> arguments)
        => IsAvailable ? Of([program, .. arguments]) : new ProgramCall(program, arguments);

    private static Unshare Of(IReadOnlyList<string> program) => new() { MapRootUser = true, Net = true, Program = program };
}
