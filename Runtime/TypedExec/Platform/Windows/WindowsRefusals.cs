using System.Runtime.InteropServices;
using TypedExec.Platform.Windows.Handles;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>Rejects what Windows lacks, or what isn't supported there, before anything is started.</summary>
internal static class WindowsRefusals
{
    private static readonly bool HasPseudoConsoles
        = NativeLibrary.TryLoad("kernel32.dll", out var library) && NativeLibrary.TryGetExport(library, "CreatePseudoConsole", out _);

    /// <exception cref="PlatformNotSupportedException">The request isn't supported; the message names the option.</exception>
    /// <exception cref="ArgumentException">The program is a batch file, and an argument can't be quoted for it.</exception>
    public static void Check(StartRequest request)
    {
        Refuse(request.Uid is not null, "option Uid", "Windows has no user ids: run the program through runas");
        Refuse(request.Gid is not null, "option Gid", "Windows has no group ids: run the program through runas");
        Refuse(request.Options.UserName is not null, "option UserName", "run the program through runas");
        Refuse(
            request.Options.KillSignal is not (Signal.SIGTERM or Signal.SIGKILL or Signal.SIGINT or Signal.SIGQUIT),
            $"option KillSignal with {request.Options.KillSignal}",
            "only SIGTERM, SIGKILL, SIGINT and SIGQUIT end a process there");
        if (request.Argv[0].Contains('"', StringComparison.Ordinal))
        {
            throw new ArgumentException("The option Argv0, or the program's name, holds a quote, which the first word of a command line on Windows cannot.");
        }

        Refuse(request.Terminal is not null && !HasPseudoConsoles, "option Terminal", "it needs Windows 10, version 1809, or later");
        Refuse(
            request.Stdio.Count > DescriptorTable.MaxCount,
            $"option Stdio with {request.Stdio.Count} entries",
            $"the C runtime of a child takes {DescriptorTable.MaxCount} descriptors");
        if (request.Argv.Skip(1).Any(static argument => argument.AsSpan().IndexOfAny("\r\n%") >= 0))
        {
            CheckBatchFile(request);
        }
    }

    private static void CheckBatchFile(StartRequest request)
    {
        var environment = new WindowsEnvironment(request.Environment);
        try
        {
            _ = WindowsCommandLine.Of(WindowsProgramSearch.Find(request, environment), request, environment);
        }
        catch (SpawnFailureException)
        {
            // A missing file is reported when it's started.
        }
    }

    private static void Refuse(bool condition, string what, string instead)
    {
        if (condition)
        {
            throw new PlatformNotSupportedException($"The {what} is not supported on Windows: {instead}.");
        }
    }
}
