namespace TypedExec.Ipc;

/// <summary>
/// What one message may take once it is decoded: its objects, texts, keys and digits, each counted before it is made. A
/// few bytes on the channel can otherwise stand for gigabytes, as an array of a million holes and an item that is
/// referred to again and again do.
/// </summary>
internal sealed class MessageBudget
{
    /// <summary>A value in its list, boxed.</summary>
    public const int Value = 32;

    /// <summary>An empty list, map, set or object.</summary>
    public const int Container = 96;

    /// <summary>A key in its hash table.</summary>
    public const int Key = 48;

    /// <summary>A hole: only its place.</summary>
    public const int Hole = 8;

    /// <summary>What <see cref="System.Text.Json.JsonElement"/> keeps of each value and each name.</summary>
    public const int JsonToken = 12;

    /// <summary>What any message may take: four million holes, as values and as JSON.</summary>
    private const long Base = 72 * 1024 * 1024;

    /// <summary>What each byte on the channel may become: no value without repetition takes more.</summary>
    private const long PerByte = 64;

    private const long Most = 512 * 1024 * 1024;

    private readonly long _limit;

    private MessageBudget(long limit) => _limit = limit;

    /// <summary>How many bytes have been counted.</summary>
    public long Spent { get; private set; }

    /// <summary>The budget of a message that had so many bytes on the channel.</summary>
    public static MessageBudget For(int length) => new(Math.Min(Most, Base + PerByte * length));

    /// <summary>The budget of a message of our own, of which the length is not known yet.</summary>
    public static MessageBudget ForSending() => new(Most);

    /// <summary>Whether so many bytes more are within the limit.</summary>
    public bool Allows(long bytes) => bytes <= _limit - Spent;

    /// <exception cref="FormatException">The message takes too much.</exception>
    public void Spend(long bytes)
    {
        if (!Allows(bytes))
        {
            throw new FormatException($"A message takes more than {_limit} bytes once it is decoded, which is its limit.");
        }

        Spent += bytes;
    }

    /// <summary>The characters of a text.</summary>
    public void SpendText(long characters) => Spend(24 + 2 * characters);

    /// <summary>
    /// The decimal digits of a big integer of so many bytes: the time to make them grows with the square of its length, and
    /// so does the price.
    /// </summary>
    public void SpendDigits(long bytes) => Spend(bytes * bytes / 4 + 3 * bytes);
}
