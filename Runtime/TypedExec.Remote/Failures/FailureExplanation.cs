using TypedExec.Platform;
using TypedExec.Remote.Carrying;
using TypedExec.Requests;

namespace TypedExec.Remote.Failures;

/// <summary>Finds out which of the nested carriers failed, if any.</summary>
internal static class FailureExplanation
{
    private const int NotExecutableCode = 126;
    private const int NotFoundCode = 127;

    public static ExecException Of(ViaCommand command, ExecException failure)
    {
        var run = new FailedRun(failure);
        if (OfGuard(command, run, failure) is { } far)
        {
            return far;
        }

        for (var via = command; via is not null; via = ICarriedCommand.Find(via.Command) as ViaCommand)
        {
            if ((via.Carrier as ITransport)?.Explain(run) is { } own)
            {
                var name = via.FileName[(via.FileName.LastIndexOf('/') + 1)..];
                return new CarrierException($"{name} {own.What}. {own.Advice}", failure) { Carrier = name, Kind = own.Kind, Advice = own.Advice };
            }
        }

        return failure;
    }

    /// <summary>The remote side was reached, but the command couldn't be started there.</summary>
    private static ExecException? OfGuard(ViaCommand command, FailedRun run, ExecException failure)
    {
        if (run.ExitCode is not (NotExecutableCode or NotFoundCode) || run.LineThatStartsWith(Guard.Mark) is not { } line)
        {
            return null;
        }

        var what = line[Guard.Mark.Length..];
        var (code, path) = what switch
        {
            _ when After(what, Guard.NoProgram) is { } program => (Errno.ENOENT, program),
            _ when After(what, Guard.NoDirectory) is { } directory => (Errno.ENOENT, directory),
            _ when After(what, Guard.NotExecutable) is { } program => (Errno.EACCES, program),
            _ => (0, null),
        };
        return path is null ? null : new ExecException($"spawn {path} {Errno.Name(code)} on the remote side of {command.FileName}", failure)
        {
            Code = Errno.Name(code),
            Errno = -code,
            Syscall = $"spawn {path}",
            Path = path,
        };
    }

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;
}
