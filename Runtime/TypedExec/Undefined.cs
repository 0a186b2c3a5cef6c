namespace TypedExec;

/// <summary>JavaScript's <c>undefined</c>, in messages of <see cref="Serialization.Advanced"/>.</summary>
public sealed class Undefined
{
    private Undefined()
    {
    }

    /// <summary>The one value.</summary>
    public static Undefined Value { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "undefined";
}
