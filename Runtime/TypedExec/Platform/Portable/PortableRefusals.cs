using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>Rejects what <see cref="System.Diagnostics.Process"/> doesn't support before anything is started.</summary>
internal static class PortableRefusals
{
    /// <exception cref="PlatformNotSupportedException">The request requires Linux's backend; the message names the option.</exception>
    public static void Check(StartRequest request)
    {
        ThrowIf(request.Uid is not null, "option Uid", "run the program through sudo or su");
        ThrowIf(request.Gid is not null, "option Gid", "run the program through sudo or newgrp");
        ThrowIf(request.Options.UserName is not null, "option UserName", "run the program through sudo or su");
        ThrowIf(request.Options.KillOnParentExit, "option KillOnParentExit", "let the child end when its stdin does");
        ThrowIf(request.Detached, "option Detached", "run the program through nohup");
        ThrowIf(request.Terminal is not null, "option Terminal", "run the program through script(1)");
        ThrowIf(request.Argv[0] != request.File, "option Argv0", "remove it; the child's argv[0] is the path of its program");
        for (var i = 0; i < request.Stdio.Count; i++)
        {
            Check(request.Stdio, i);
        }
    }

    private static void Check(IReadOnlyList<Stdio> stdio, int index)
    {
        var entry = stdio[index];
        ThrowIf(entry.Kind == StdioKind.Ipc && index < 3, $"option Stdio with Ipc at {index}", "put it after the three standard descriptors");
        ThrowIf(index > 2 && entry.Kind != StdioKind.Ipc, $"option Stdio with an entry at {index}", "use the three standard descriptors, Ipc, or a named file or socket");
        ThrowIf(
            entry.Kind == StdioKind.SameAs && stdio[entry.Number].Kind != StdioKind.Ignore,
            $"option Stdio with SameAs({entry.Number}) at {index}",
            "run the command in a shell with 2>&1, or read both outputs");
    }

    private static void ThrowIf(bool condition, string what, string instead)
    {
        if (condition)
        {
            throw new PlatformNotSupportedException(
                $"The {what} isn't supported by the portable backend, which starts processes with System.Diagnostics.Process: {instead}.");
        }
    }
}
