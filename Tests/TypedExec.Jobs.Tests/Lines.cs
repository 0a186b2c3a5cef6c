using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExec.Jobs.Tests;

/// <summary>
/// Lines of code of the jobs: the lines of a method's body that contain a token other than a brace. All are written in one style,
/// and none is longer than <see cref="MaxWidth"/>.
/// </summary>
internal static class Lines
{
    public const int MaxWidth = 145;

    public static string Folder { get; } = Path.GetDirectoryName(SourceFile())!;

    /// <summary>Returns the source of a class of jobs.</summary>
    public static string[] Source(string type) => File.ReadAllLines(Path.Combine(Folder, type + ".cs"));

    public static int Count(string type, string job)
    {
        var root = CSharpSyntaxTree.ParseText(string.Join('\n', Source(type)), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);
        return root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == job).Body!
            .DescendantTokens()
            .Where(static token => !token.IsKind(SyntaxKind.OpenBraceToken) && !token.IsKind(SyntaxKind.CloseBraceToken))
            .Select(static token => token.GetLocation().GetLineSpan().StartLinePosition.Line)
            .Distinct().Count();
    }

    private static string SourceFile([CallerFilePath] string file = "") => file;
}
