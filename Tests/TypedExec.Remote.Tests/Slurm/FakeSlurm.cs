using System.Globalization;
using TypedExec.Testing;

namespace TypedExec.Remote.Tests.Slurm;

/// <summary>
/// A Slurm that does what the test says, for what a real one does once in a month: it runs the real script of a task here, and reports
/// what the test makes of it.
/// </summary>
internal sealed class FakeSlurm : IDisposable
{
    private readonly FakeCommands _fake = new() { PassThrough = true };
    private readonly TempDirectory _folder = new();
    private readonly Dictionary<string, string> _states = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly Func<FakeTask, Task<string?>> _run;

    /// <param name="run">Runs a task and gives the state it ends with; null where the controller forgets it.</param>
    public FakeSlurm(Func<FakeTask, Task<string?>> run)
    {
        _run = run;
        _fake.When("sbatch", Any.Rest).Runs(async child =>
        {
            var (code, stdout, stderr) = Submit(child.Arguments);
            await child.Stdout.WriteAsync(stdout);
            await child.Stderr.WriteAsync(stderr);
            return code;
        });
        _fake.When("squeue", Any.Rest).Runs(async child =>
        {
            if (QueueErrors.TryDequeue(out var error))
            {
                await child.Stderr.WriteAsync(error);
                return 1;
            }

            var names = Value(child.Arguments, "--name=").Split(',');
            List<string> lines;
            lock (_states)
            {
                lines = [.. _states.Where(pair => names.Contains(_names[pair.Key.Split('_')[0]])).Select(static pair => $"{pair.Key}|{pair.Value}|None\n")];
            }

            await child.Stdout.WriteAsync(string.Concat(lines));
            return 0;
        });
        _fake.When("scancel", Any.Rest).Returns();
        Accounts = _fake.When("sacct", Any.Rest).Returns(stderr: "Slurm accounting storage is disabled\n", exitCode: 1);
    }

    /// <summary>What squeue says in place of an answer, once each.</summary>
    public Queue<string> QueueErrors { get; } = [];

    /// <summary>What sbatch says though it has submitted the job, once each.</summary>
    public Queue<string> LostAnswers { get; } = [];

    public CommandRule Accounts { get; }

    public int Submissions => _names.Count;

    public SlurmOptions Options => new() { Folder = _folder.Root, PollInterval = TimeSpan.FromMilliseconds(5), Cwd = "/" };

    public string this[string name] => _folder[name];

    public void Dispose()
    {
        _fake.Dispose();
        _folder.Dispose();
    }

    private (int Code, string Stdout, string Stderr) Submit(IReadOnlyList<string> args)
    {
        var job = (100 + _names.Count).ToString(CultureInfo.InvariantCulture);
        lock (_states)
        {
            _names[job] = Value(args, "--job-name=");
        }

        foreach (var range in Value(args, "--array=").Split('%')[0].Split(','))
        {
            var ends = range.Split('-').Select(static text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
            for (var task = ends[0]; task <= ends[^1]; task++)
            {
                Begin(new FakeTask(args.TakeLast(5).ToArray(), job, task));
            }
        }

        return LostAnswers.TryDequeue(out var answer) ? (1, "", answer) : (0, job + "\n", "");
    }

    private void Begin(FakeTask task)
    {
        lock (_states)
        {
            _states[task.Id] = "RUNNING";
        }

        _ = Task.Run(async () =>
        {
            string? state;
            try
            {
                state = await _run(task);
            }
            catch (Exception error)
            {
                state = $"BROKEN {error.Message}";
            }

            lock (_states)
            {
                if (state is null)
                {
                    _states.Remove(task.Id);
                }
                else
                {
                    _states[task.Id] = state;
                }
            }
        });
    }

    private static string Value(IReadOnlyList<string> args, string name)
        => args.First(arg => arg.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}

/// <summary>One task: the script's arguments, the job's id, the task's number.</summary>
internal sealed record FakeTask(string[] Arguments, string Job, int Number)
{
    public string Id => $"{Job}_{Number}";

    /// <summary>Which job array of the run it is in, from 1.</summary>
    public int Submission => int.Parse(Arguments[^1], CultureInfo.InvariantCulture);

    /// <summary>Runs the task's script to its end.</summary>
    /// <param name="shell">The shell of the node.</param>
    /// <param name="path">The node's PATH.</param>
    public async Task<string?> RunAsync(string shell = "sh", string? path = null)
    {
        await using var child = Spawn(shell, path);
        var status = await child.WaitForExitAsync();
        return status.ExitCode == 0 ? "COMPLETED" : "FAILED";
    }

    /// <summary>Runs it until a file is there, and ends it as Slurm does.</summary>
    public async Task StopAtAsync(string file)
    {
        await using var child = Spawn("sh", null);
        await Waiting.UntilAsync(() => File.Exists(file), file);
        await child.StopAsync();
    }

    private ChildProcess Spawn(string shell, string? path)
    {
        var env = new Dictionary<string, string?> { ["SLURM_ARRAY_TASK_ID"] = $"{Number}", ["SLURM_ARRAY_JOB_ID"] = Job, ["SLURMD_NODENAME"] = "fake1" };
        if (path is not null)
        {
            env["PATH"] = path;
        }

        var words = shell.Split(' ');
        return new Executable(words[0]).Spawn([.. words[1..], .. Arguments], new SpawnOptions
        {
            Env = env,
            Stdio = [Stdio.Ignore, Stdio.Ignore, Stdio.Ignore],
            KillDescendants = true,
        });
    }
}
