namespace TypedExec;

/// <summary>Provides a message of the specified type.</summary>
/// <param name="value">The message.</param>
/// <typeparam name="T">The message's type.</typeparam>
public sealed class MessageEventArgs<T>(T value) : EventArgs
{
    /// <summary>Gets the message.</summary>
    public T Value { get; } = value;
}
