namespace TypedExec;

/// <summary>Specifies how messages between a parent and its forked child are serialized (Node's <c>serialization</c>).</summary>
public enum Serialization
{
    /// <summary>One JSON value per line. This is the default.</summary>
    Json,

    /// <summary>
    /// V8's structured clone, which in addition to JSON supports dates, maps, sets, big integers, typed arrays and undefined.
    /// Both sides must use it.
    /// </summary>
    Advanced,
}
