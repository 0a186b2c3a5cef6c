namespace TypedExec.Remote.Carrying;

/// <summary>Starts a command through srun in a way that it can be ended.</summary>
internal static class SrunSupervision
{
    public static IReadOnlyList<string> Arguments(IReadOnlyList<string> carrier, FarCommand far, params IEnumerable<string> more)
        => [.. carrier, .. more, .. far.Directory is null ? (string[])[] : [$"--chdir={far.Directory}"], "--"];

    public static Supervised Supervise(string program, IReadOnlyList<string> carrier, string? jobName, FarCommand far, RunToken token)
    {
        var name = jobName ?? token.Name;
        // scancel is in the same directory as srun.
        var scancel = SignalScripts.Quote(program.Contains('/', StringComparison.Ordinal) ? $"{program[..program.LastIndexOf('/')]}/scancel" : "scancel");
        return new Supervised
        {
            FileName = program,
            Arguments = far.After(Arguments(carrier, far, jobName is null ? [$"--job-name={name}"] : [])),
            // The first SIGINT only makes srun print the state of its tasks.
            SignalScript = $"case $te_s in KILL) {scancel} --quiet --signal=KILL --name={SignalScripts.Quote(name)};; "
                + "INT) kill -s INT \"$te_p\" && kill -s INT \"$te_p\";; *) kill -s \"$te_s\" \"$te_p\";; esac 2>/dev/null || (exit 3)",
            KillsFarAtLoss = jobName is null,
        };
    }
}
