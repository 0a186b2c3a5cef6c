namespace TypedExec;

/// <summary>A message of a type.</summary>
/// <param name="value">The message.</param>
/// <typeparam name="T">The message's type.</typeparam>
public sealed class MessageEventArgs<T>(T value) : EventArgs
{
    /// <summary>The message.</summary>
    public T Value { get; } = value;
}
