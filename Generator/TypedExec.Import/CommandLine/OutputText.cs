using System.Text;

namespace TypedExec.Import.CommandLine;

/// <summary>Writes a result to the requested file, completely or not at all, or to standard output.</summary>
internal static class OutputText
{
    /// <exception cref="CannotWriteException">The file can't be written.</exception>
    public static void Write(FileInfo? file, ReadOnlySpan<byte> utf8, TextWriter stdout)
    {
        if (file is null)
        {
            stdout.Write(Encoding.UTF8.GetString(utf8));
            return;
        }

        try
        {
            file.Directory?.Create();
            File.WriteAllBytes(file.FullName, utf8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CannotWriteException($"'{file}' can't be written: {error.Message}", error);
        }
    }
}
