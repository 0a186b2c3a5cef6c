namespace TypedExec;

/// <summary>
/// The types of the messages of a command that forks: its <c>Fork</c> then gives a
/// <see cref="ForkedProcess{TSend, TReceive}"/> instead of a plain <see cref="ChildProcess"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MessagesAttribute : Attribute
{
    /// <summary>What the parent sends.</summary>
    public required Type Send { get; set; }

    /// <summary>What the child sends.</summary>
    public required Type Receive { get; set; }

    /// <summary>The <c>JsonSerializerContext</c> that has the metadata of both, by <c>[JsonSerializable]</c>.</summary>
    public required Type Context { get; set; }
}
