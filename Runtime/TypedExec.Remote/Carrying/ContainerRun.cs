using TypedExec.Generated;

namespace TypedExec.Remote.Carrying;

/// <summary>Turns a command into a new container.</summary>
internal static class ContainerRun
{
    private static readonly string[] Run = ["run"];

    /// <summary>The arguments of <c>docker run</c>. Directory and environment are docker's own options, because the image's entry point needs them too.</summary>
    /// <exception cref="ArgumentException">An environment entry is to be removed, which docker can't do.</exception>
    public static IReadOnlyList<string> Arguments(IReadOnlyList<string> carrier, FarCommand far, params IEnumerable<string> more)
    {
        var image = carrier[^1];
        var arguments = (CommandArguments)CommandArguments.Concat(
            [.. carrier.Take(carrier.Count - 1), .. more],
            far.Directory is null ? [] : ["--workdir", far.Directory]);
        if (far.Options.ClearEnv is true)
        {
            throw new ArgumentException("The option ClearEnv can't be applied in a new container, because its image has its own environment.", nameof(ProcessOptions.ClearEnv));
        }

        foreach (var (name, value) in far.Options.Env ?? new Dictionary<string, string?>())
        {
            FarEnvironment.Check(name, value);
            arguments.Add("--env");
            FarEnvironment.Add(arguments, name, value ?? throw new ArgumentException(
                $"The entry {name} of the option Env is null, but docker can't remove an entry from the image's environment.", nameof(ProcessOptions.Env)));
        }

        arguments.Add(image);
        arguments.AddCommand("The command", far.Command);
        return arguments;
    }

    public static Supervised Supervise(DockerRun carrier, string program, IReadOnlyList<string> arguments, FarCommand far, RunToken token)
    {
        var name = carrier.Name ?? token.Name;
        // Both programs have the same options for the daemon.
        string[] kill = [.. arguments.TakeWhile(static word => word != Run[0]), "kill", "--signal"];
        return new Supervised
        {
            FileName = program,
            Arguments = Arguments(arguments, far, carrier.Name is null ? ["--name", name] : []),
            SignalScript = $"{SignalScripts.Line(program, kill)} {SignalScripts.Quote(name)} >/dev/null 2>&1 || (exit 3)",
            KillsFarAtLoss = true,
        };
    }
}
