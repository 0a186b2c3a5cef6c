using Microsoft.Win32.SafeHandles;
using TypedExec.IO;
using TypedExec.Platform;
using TypedExec.Requests;
using TypedExec.Testing.Streams;

namespace TypedExec.Testing.Cassettes;

/// <summary>Runs commands for real and records their results.</summary>
/// <param name="outer">Runs the commands.</param>
/// <param name="path">The path of the file.</param>
/// <param name="secrets">The values to mask in addition to the secrets of the commands.</param>
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
    /// <exception cref="InvalidOperationException">A command is still running.</exception>
    public void Save()
    {
        // This flow, and those that it started, may run more commands; they don't belong to this cassette.
        _isSaved = true;
        (FakeCall Call, Func<IReadOnlyList<string>, RecordedRun?> ToRun)[] runs;
        lock (_gate)
        {
            runs = [.. _runs];
        }

        // A secret of one command may be printed by another.
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
                $"The cassette {path} doesn't contain a command that is still running: {runs[running].Call.CommandLine}. Wait until it has exited, or stop it, before you dispose the cassette.");
        }
    }

    private static string? Mask(string? text, IReadOnlyList<string> secrets) => text is null ? null : SecretTexts.Mask(text, secrets);

    /// <summary>
    /// Output that a child would write directly to a file or handle of the caller comes through a pipe here, and this process
    /// writes it to the target. Inherited descriptors stay unchanged, because programs print differently to a terminal; so do the
    /// pipes of a pipeline.
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
