using System.Runtime.CompilerServices;
using DiffPlex.Renderer;

namespace TypedExec.Import.Tests.Support;

/// <summary>
/// Compares a text with <c>Snapshots/&lt;Name&gt;.verified.txt</c>, in Verify's layout: on a mismatch the text is left in
/// <c>.received.txt</c> beside it.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string received, string name, [CallerFilePath] string file = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(file))!, "Snapshots", name);
        var verifiedPath = path + ".verified.txt";
        var receivedPath = path + ".received.txt";
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : "";
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail(UnidiffRenderer.GenerateUnidiff(verified, received, verifiedPath, receivedPath));
    }
}
