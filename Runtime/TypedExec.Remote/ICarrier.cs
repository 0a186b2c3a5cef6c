namespace TypedExec.Remote;

/// <summary>
/// Represents a program that runs another one: as another user, on another host, or in a container.
/// <see cref="CarrierExtensions.Via(ICommand, ICarrier)"/> appends a command to its arguments.
/// </summary>
/// <remarks>
/// To use your own command class as a carrier, implement this interface: <c>[Command("doas")] partial class Doas : ICarrier</c>. The command's
/// program and arguments follow the carrier's arguments, and signals are sent to the carrier.
/// </remarks>
public interface ICarrier : ICommand
{
    /// <summary>Gets how the command is appended to the carrier's own arguments.</summary>
    /// <remarks>
    /// By default, the program and each argument are separate arguments. With <see cref="ShellQuoting.Posix"/>, they are a single argument,
    /// as <c>su -c</c> expects it.
    /// </remarks>
    ShellQuoting Quoting => ShellQuoting.None;
}
