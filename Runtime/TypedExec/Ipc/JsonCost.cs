using System.Text.Json;

namespace TypedExec.Ipc;

/// <summary>The size of a line of JSON after parsing.</summary>
internal static class JsonCost
{
    /// <exception cref="FormatException">The size exceeds the limit of one message.</exception>
    /// <exception cref="JsonException">The line turns out not to be JSON.</exception>
    public static long Measure(ReadOnlySpan<byte> line, JsonReaderOptions options)
    {
        var budget = MessageBudget.For(line.Length);
        budget.Spend(line.Length);

        // Punctuation inside strings counts too. Only if that might be too much is the line examined again.
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
