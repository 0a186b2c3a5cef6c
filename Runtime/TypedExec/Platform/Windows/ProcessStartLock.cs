using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TypedExec.Platform.Windows;

/// <summary>
/// The lock that is held while a child is started. The handles that a child inherits have to be inheritable at that moment, and a
/// child that <see cref="Process"/> starts inherits every inheritable handle, which would keep our pipes open until it exits. So this
/// is the lock that <see cref="Process"/> itself holds while it starts a child. If a version of .NET has no lock of this name, it is our
/// own: the moment is just as short, but <see cref="Process"/> doesn't wait for it.
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
