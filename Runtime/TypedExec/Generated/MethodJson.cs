using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TypedExec.Generated;

/// <summary>Parses output that is JSON.</summary>
internal static class MethodJson
{
    public static T Read<T>(MethodCall call, ExecResult result, JsonTypeInfo<T> type, bool allowNull)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Read(call, result.Stdout, null, type, allowNull);
    }

    /// <param name="call">The call, named in errors.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="lineNumber">The number of its line, or null if it is the whole output.</param>
    /// <param name="type">The metadata of the type.</param>
    /// <param name="allowNull">True to allow JSON's null.</param>
    public static T Read<T>(MethodCall call, string text, int? lineNumber, JsonTypeInfo<T> type, bool allowNull)
    {
        try
        {
            // A byte order mark isn't part of the JSON.
            var value = JsonSerializer.Deserialize(text.AsSpan().TrimStart('\uFEFF'), type);
            return value is null && !allowNull ? throw call.FormatError("it is null", text, lineNumber) : value!;
        }
        catch (JsonException error)
        {
            var number = lineNumber ?? (int?)error.LineNumber + 1;
            throw call.FormatError(error.Message.TrimEnd('.'), lineNumber is null ? Line(text, error.LineNumber) : text, number, error);
        }
    }

    private static string Line(string text, long? index)
        => OutputItems.Split(text, null).ElementAtOrDefault((int)Math.Min(index ?? 0, int.MaxValue)) ?? "";
}
