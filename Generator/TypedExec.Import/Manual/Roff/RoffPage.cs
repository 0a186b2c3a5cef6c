using System.IO.Compression;
using System.Text;
using TypedExec.Import.Help;

namespace TypedExec.Import.Manual.Roff;

/// <summary>
/// Renders the source of a manual page, written with the macros of man or mdoc, well enough to read options from it. It doesn't
/// support tables, equations, or typography.
/// </summary>
internal static class RoffPage
{
    private const int MaxIncludes = 4;

    /// <summary>Reads a page's file, which may be compressed with gzip; null if it can't be read.</summary>
    public static async Task<HelpText?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var source = await SourceAsync(file, cancellationToken);

            // A page with two names may consist only of ".so man1/other.1".
            for (var i = 0; i < MaxIncludes && source.TrimStart().StartsWith(".so ", StringComparison.Ordinal); i++)
            {
                var name = source.Trim()[4..].Split('\n')[0].Trim();
                var target = Path.Combine(Path.GetDirectoryName(file)!, name.Contains('/', StringComparison.Ordinal) ? $"../{name}" : name);
                file = File.Exists(target) ? target : target + ".gz";
                source = await SourceAsync(file, cancellationToken);
            }

            return Render(source);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Renders a page's source.</summary>
    public static HelpText Render(string source)
    {
        var output = new RoffOutput();
        var lines = RoffLines.Read(source);
        if (lines.Any(line => line.Macro is "Dd" or "Sh" or "Nd"))
        {
            new MdocMacros(output).Render(lines);
        }
        else
        {
            new ManMacros(output).Render(lines);
        }

        return HelpText.Parse(output.ToString());
    }

    private static async Task<string> SourceAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        await using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
