using System.Runtime.InteropServices;

namespace TypedExec.Starting;

/// <summary>Puts the ends of the pipes between a pipeline's stages into their requests.</summary>
internal static class PipeLink
{
    /// <summary>The request with these for its stdin and stdout; null leaves what it has.</summary>
    public static StartRequest Linked(this StartRequest request, SafeHandle? stdin, SafeHandle? stdout)
    {
        var stdio = request.Stdio.ToArray();
        stdio[0] = stdin is null ? stdio[0] : Stdio.From(stdin);
        stdio[1] = stdout is null ? stdio[1] : Stdio.From(stdout);
        return request with { Stdio = stdio };
    }
}
