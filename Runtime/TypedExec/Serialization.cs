namespace TypedExec;

/// <summary>How messages travel between a parent and its forked child (Node's <c>serialization</c>).</summary>
public enum Serialization
{
    /// <summary>One JSON value a line. The default.</summary>
    Json,

    /// <summary>
    /// The structured clone of V8, which beyond JSON knows dates, maps, sets, big integers, typed arrays and undefined. Both
    /// sides must use it.
    /// </summary>
    Advanced,
}
