using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TypedExec.Requests;

namespace TypedExec.Testing.Cassettes;

/// <summary>Reads and writes the file of a cassette.</summary>
internal static class CassetteFile
{
    private static readonly CassetteJson Json = new(new JsonSerializerOptions(CassetteJson.Default.Options)
    {
        // The file is for people, and never part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes the file in one step, so that a half-written file never replaces a complete one.</summary>
    public static void Write(string path, IReadOnlyList<RecordedRun> runs)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(temporary, JsonSerializer.Serialize(new RecordedRuns { Runs = runs }, Json.RecordedRuns) + "\n");
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="InvalidDataException">The file isn't a cassette, or is of a later version.</exception>
    public static IReadOnlyList<RecordedRun> Read(string path)
    {
        RecordedRuns? file;
        try
        {
            file = JsonSerializer.Deserialize(File.ReadAllText(path), Json.RecordedRuns);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} isn't a cassette: {exception.Message}", exception);
        }

        return file is { Version: 1 } ? file.Runs
            : throw new InvalidDataException($"{path} is a cassette of version {file?.Version}, but this version of TypedExec.Testing supports version 1 only.");
    }

    /// <summary>Converts output to the form in the file: secrets masked, and as text if it is text.</summary>
    public static RecordedOutput ToOutput(int descriptor, ReadOnlySpan<byte> bytes, IReadOnlyList<string> secrets)
    {
        if (!Utf8.IsValid(bytes))
        {
            return new RecordedOutput { Descriptor = descriptor, Base64 = Convert.ToBase64String(MaskBytes(bytes.ToArray(), secrets)) };
        }

        var text = SecretTexts.Mask(Encoding.UTF8.GetString(bytes), secrets);
        return new RecordedOutput { Descriptor = descriptor, Lines = text.Split('\n') };
    }

    /// <summary>Returns the bytes that were recorded.</summary>
    /// <exception cref="InvalidDataException">The output has neither lines nor bytes.</exception>
    public static byte[] ToBytes(RecordedOutput output) => output switch
    {
        { Lines: { } lines } => Encoding.UTF8.GetBytes(string.Join('\n', lines)),
        { Base64: { } base64 } => Convert.FromBase64String(base64),
        _ => throw new InvalidDataException($"The cassette has an output of descriptor {output.Descriptor} without lines or base64."),
    };

    /// <summary>Masks secrets in bytes that aren't text.</summary>
    private static byte[] MaskBytes(byte[] bytes, IReadOnlyList<string> secrets)
    {
        // One char per byte, so that all bytes survive the round trip.
        var latin = Encoding.Latin1.GetString(bytes);
        return Encoding.Latin1.GetBytes(SecretTexts.Mask(
            latin, [.. secrets.Select(static secret => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)))]));
    }
}
