namespace TypedExec;

/// <summary>Represents JavaScript's <c>undefined</c> in messages with <see cref="Serialization.Advanced"/>.</summary>
public sealed class Undefined
{
    private Undefined()
    {
    }

    /// <summary>Gets the only instance.</summary>
    public static Undefined Value { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "undefined";
}
