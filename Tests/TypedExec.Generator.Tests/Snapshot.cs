using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.Renderer;
using Microsoft.CodeAnalysis;
using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>
/// Compares generated code with <c>Snapshots/&lt;Test&gt;.verified.cs</c>, in Verify's layout: on a mismatch the text is left in
/// <c>.received.cs</c> beside it. Every snapshot must also compile without a warning.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string source, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
        => Verify([source], test, file);

    public static void Verify(string[] sources, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var updated = Compilations.Generate(Compilations.Of(sources), out var result);
        Compilations.AssertNoProblems(updated, result);
        Compare(Text(result), Path.Combine(Path.GetDirectoryName(file)!, "Snapshots", test));
    }

    private static string Text(GeneratorRunResult result)
    {
        var text = new StringBuilder();
        foreach (var generated in result.GeneratedSources.OrderBy(static generated => generated.HintName, StringComparer.Ordinal))
        {
            text.Append("//HintName: ").Append(generated.HintName).Append('\n').Append(generated.SourceText).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Compare(string received, string path)
    {
        var verifiedPath = path + ".verified.cs";
        var receivedPath = path + ".received.cs";
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
