namespace TypedExec;

/// <summary>
/// Specifies the types of the messages of a command that forks. Its <c>Fork</c> method then returns a
/// <see cref="ForkedProcess{TSend, TReceive}"/> instead of a <see cref="ChildProcess"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MessagesAttribute : Attribute
{
    /// <summary>Gets or sets the type of the messages that the parent sends.</summary>
    public required Type Send { get; set; }

    /// <summary>Gets or sets the type of the messages that the child sends.</summary>
    public required Type Receive { get; set; }

    /// <summary>
    /// Gets or sets the <c>JsonSerializerContext</c> that has the metadata of both types, through <c>[JsonSerializable]</c>.
    /// </summary>
    public required Type Context { get; set; }
}
