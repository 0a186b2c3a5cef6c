namespace TypedExec.Platform.Windows.Handles;

/// <summary>What a child gets for one of its descriptors.</summary>
/// <param name="Value">The handle, as it is in this process; -1 for none.</param>
/// <param name="Flags">What the C runtime is told of it, by <see cref="DescriptorTable"/>.</param>
internal readonly record struct ChildHandle(nint Value, byte Flags)
{
    public static ChildHandle None { get; } = new(-1, 0);
}
