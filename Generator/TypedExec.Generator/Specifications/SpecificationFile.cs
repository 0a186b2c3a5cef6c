using Microsoft.CodeAnalysis;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;

namespace TypedExec.Generator.Specifications;

/// <summary>An additional file, read as a specification.</summary>
/// <param name="Path">Its path, with <c>/</c>.</param>
/// <param name="Command">The program, or null if the file can't be used.</param>
internal sealed record SpecificationFile(string Path, CommandSpecification? Command)
{
    public static SpecificationFile Read(AdditionalText text, CancellationToken cancellation)
        => new(Slashes(text.Path), text.GetText(cancellation) is { } content ? SpecificationReader.Read(content.ToString(), cancellation).Command : null);

    public static string Slashes(string path) => path.Replace('\\', '/');
}
