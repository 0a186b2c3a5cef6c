namespace TypedExec.Platform.Windows.Handles;

/// <summary>The handle for one of a child's descriptors.</summary>
/// <param name="Value">The handle in this process; -1 for none.</param>
/// <param name="Flags">The flags for the C runtime, from <see cref="DescriptorTable"/>.</param>
internal readonly record struct ChildHandle(nint Value, byte Flags)
{
    public static ChildHandle None { get; } = new(-1, 0);
}
