using System.Text.Json;

namespace TypedExec.Ipc;

/// <summary>What a line of JSON takes once it is parsed.</summary>
internal static class JsonCost
{
    /// <exception cref="FormatException">More than one message may take.</exception>
    /// <exception cref="JsonException">The line is found not to be JSON.</exception>
    public static long Of(ReadOnlySpan<byte> line, JsonReaderOptions options)
    {
        var budget = MessageBudget.For(line.Length);
        budget.Spend(line.Length);

        // Punctuation inside of texts counts too: only where that might be too much is it looked at again.
        var most = 1L + line.Count((byte)',') + line.Count((byte)':') + 2L * (line.Count((byte)'[') + line.Count((byte)'{'));
        budget.Spend(MessageBudget.JsonToken * (budget.Allows(MessageBudget.JsonToken * most) ? most : Tokens(line, options)));
        return budget.Spent;
    }

    private static long Tokens(ReadOnlySpan<byte> line, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(line, options);
        var count = 0L;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }
}
