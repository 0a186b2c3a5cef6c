namespace TypedExec.Ipc;

/// <summary>
/// Limits the size of one decoded message: its objects, strings, keys and digits, each counted before it is created. Otherwise a
/// few bytes on the channel could become gigabytes, such as an array of a million holes or an item that is referenced again and
/// again.
/// </summary>
internal sealed class MessageBudget
{
    /// <summary>A value in its list, boxed.</summary>
    public const int Value = 32;

    /// <summary>An empty list, map, set or object.</summary>
    public const int Container = 96;

    /// <summary>A key in its hash table.</summary>
    public const int Key = 48;

    /// <summary>A hole: only its position.</summary>
    public const int Hole = 8;

    /// <summary>The size that <see cref="System.Text.Json.JsonElement"/> keeps for each value and each name.</summary>
    public const int JsonToken = 12;

    /// <summary>The size that any message may have: four million holes, as values and as JSON.</summary>
    private const long Base = 72 * 1024 * 1024;

    /// <summary>The size that each byte on the channel may become. No value without repetition takes more.</summary>
    private const long PerByte = 64;

    private const long Most = 512 * 1024 * 1024;

    private readonly long _limit;

    private MessageBudget(long limit) => _limit = limit;

    /// <summary>Gets how many bytes have been counted.</summary>
    public long Spent { get; private set; }

    /// <summary>Creates the budget of a message with the specified number of bytes on the channel.</summary>
    public static MessageBudget For(int length) => new(Math.Min(Most, Base + PerByte * length));

    /// <summary>Creates the budget of an outgoing message, whose length isn't known yet.</summary>
    public static MessageBudget ForSending() => new(Most);

    /// <summary>Returns whether so many more bytes are within the limit.</summary>
    public bool Allows(long bytes) => bytes <= _limit - Spent;

    /// <exception cref="FormatException">The message is too large.</exception>
    public void Spend(long bytes)
    {
        if (!Allows(bytes))
        {
            throw new FormatException($"A decoded message is larger than its limit of {_limit} bytes.");
        }

        Spent += bytes;
    }

    /// <summary>Counts the characters of a string.</summary>
    public void SpendText(long characters) => Spend(24 + 2 * characters);

    /// <summary>
    /// Counts the decimal digits of a big integer of so many bytes. The time to create them grows with the square of the length,
    /// and so does the cost.
    /// </summary>
    public void SpendDigits(long bytes) => Spend(bytes * bytes / 4 + 3 * bytes);
}
