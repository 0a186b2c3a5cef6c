using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TypedExec.Platform.Windows;

/// <summary>
/// Held while a child is started. What a child is to inherit has to be inheritable in that moment, and a child that
/// <see cref="Process"/> starts inherits all there is, which would hold our pipes open until it ends. So this is the lock that
/// <see cref="Process"/> itself holds while it starts one. Where .NET has it no longer under this name, the lock is our own: then the
/// moment is as short, but not alone.
/// </summary>
internal static class ProcessStartLock
{
    public static object Gate { get; } = Find();

    /// <summary>Whether <see cref="Process"/> waits for it.</summary>
    public static bool IsShared { get; private set; }

    private static object Find()
    {
        try
        {
            var gate = CreateProcessLock(null);
            IsShared = true;
            return gate;
        }
        catch (MissingFieldException)
        {
            return new object();
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_createProcessLock")]
    private static extern ref object CreateProcessLock(Process? process);
}
