namespace TypedExec.Remote.Carrying;

/// <summary>How a command is started through srun so that it can be ended.</summary>
internal static class SrunSupervision
{
    public static IReadOnlyList<string> Arguments(IReadOnlyList<string> carrier, FarCommand far, params IEnumerable<string> more)
        => [.. carrier, .. more, .. far.Directory is null ? (string[])[] : [$"--chdir={far.Directory}"], "--"];

    public static Supervised Supervise(string program, IReadOnlyList<string> carrier, string? jobName, FarCommand far, RunToken token)
    {
        var name = jobName ?? token.Name;
        // scancel stands beside srun, wherever that is.
        var scancel = SignalScripts.Quote(program.Contains('/', StringComparison.Ordinal) ? $"{program[..program.LastIndexOf('/')]}/scancel" : "scancel");
        return new Supervised
        {
            FileName = program,
            Arguments = far.After(Arguments(carrier, far, jobName is null ? [$"--job-name={name}"] : [])),
            // A first SIGINT makes srun only show how its tasks fare.
            SignalScript = $"case $te_s in KILL) {scancel} --quiet --signal=KILL --name={SignalScripts.Quote(name)};; "
                + "INT) kill -s INT \"$te_p\" && kill -s INT \"$te_p\";; *) kill -s \"$te_s\" \"$te_p\";; esac 2>/dev/null || (exit 3)",
            KillsFarAtLoss = jobName is null,
        };
    }
}
