using System.Text;

namespace TypedExec.Import.CommandLine;

/// <summary>Writes a result to the file that was asked for, whole or not at all, or to standard output.</summary>
internal static class OutputText
{
    /// <exception cref="CannotWriteException">The file cannot be written.</exception>
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
            throw new CannotWriteException($"'{file}' cannot be written: {error.Message}", error);
        }
    }
}
