using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Testing.Streams;

namespace TypedExec.Testing.Cassettes;

/// <summary>Runs commands for real and keeps what became of them.</summary>
/// <param name="outer">Runs them.</param>
/// <param name="path">The file.</param>
/// <param name="secrets">What is masked besides the secrets of the commands.</param>
internal sealed class RecordingBackend(IProcessBackend outer, string path, IReadOnlyList<string> secrets) : IProcessBackend
{
    private readonly Lock _gate = new();
    private readonly List<(FakeCall Call, Func<IReadOnlyList<string>, RecordedRun?> ToRun)> _runs = [];
    private volatile bool _isSaved;

    public TimeProvider Time => outer.Time;

    public void Check(StartRequest request) => outer.Check(request);

    public (SafeFileHandle ReadEnd, SafeFileHandle WriteEnd) OpenPipe() => outer.OpenPipe();

    public (ReadPipe Output, WritePipe Input)? OpenChannel(int descriptor) => outer.OpenChannel(descriptor);

    public StartedChild Start(StartRequest request)
    {
        if (_isSaved)
        {
            return outer.Start(request);
        }

        var call = new FakeCall(request);
        var targets = new Dictionary<int, Stream>();
        try
        {
            var child = new RecordedChild(outer.Start(WithPipes(request, targets)), call, targets);
            Add(call, child.ToRun);
            return child;
        }
        catch (SpawnFailureException failure)
        {
            foreach (var target in targets.Values)
            {
                target.Dispose();
            }

            Add(call, secrets => CassetteRuns.Describe(call, secrets) with
            {
                StartFailure = new RecordedStartFailure(
                    Errno.Name(failure.Errno), failure.Syscall, Mask(failure.Path, secrets), Mask(failure.Hint, secrets)),
            });
            throw;
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="InvalidOperationException">A command still runs.</exception>
    public void Save()
    {
        // This flow, and those that began in it, may run more; that is not of this cassette.
        _isSaved = true;
        (FakeCall Call, Func<IReadOnlyList<string>, RecordedRun?> ToRun)[] runs;
        lock (_gate)
        {
            runs = [.. _runs];
        }

        // What one command keeps secret, another may print.
        string[] all =
        [
            .. runs.SelectMany(static run => run.Call.Request.Secrets).Concat(secrets)
                .Where(static secret => secret.Length > 0)
                .SelectMany(static secret => new[] { secret, Uri.EscapeDataString(secret) })
                .Distinct(),
        ];
        var recorded = Array.ConvertAll(runs, run => run.ToRun(all));
        CassetteFile.Write(path, [.. recorded.OfType<RecordedRun>()]);
        if (Array.IndexOf(recorded, null) is >= 0 and var running)
        {
            throw new InvalidOperationException(
                $"The cassette {path} is without a command that still runs: {runs[running].Call.CommandLine}. Wait for its end, or stop it, before the cassette is disposed.");
        }
    }

    private static string? Mask(string? text, IReadOnlyList<string> secrets) => text is null ? null : SecretTexts.Mask(text, secrets);

    /// <summary>
    /// What a child would write into a file or a handle of the caller's itself comes through a pipe here, and this process writes it
    /// there. What it inherits stays as it is, since programs print differently to a terminal; so do the pipes of a pipeline.
    /// </summary>
    private static StartRequest WithPipes(StartRequest request, Dictionary<int, Stream> targets)
    {
        for (var i = 1; i < request.Stdio.Count; i++)
        {
            var entry = request.Stdio[i];
            if (entry.Kind is StdioKind.File or StdioKind.Handle && !(i == 1 && request.IsStdoutLinked) && entry.FileAccess != FileAccess.Read)
            {
                targets[i] = FakeDescriptors.OpenOwn(i, entry);
            }
        }

        if (targets.Count == 0)
        {
            return request;
        }

        var stdio = request.Stdio.ToArray();
        foreach (var index in targets.Keys)
        {
            stdio[index] = Stdio.Pipe;
        }

        return request with { Stdio = stdio };
    }

    private void Add(FakeCall call, Func<IReadOnlyList<string>, RecordedRun?> toRun)
    {
        lock (_gate)
        {
            _runs.Add((call, toRun));
        }
    }
}
