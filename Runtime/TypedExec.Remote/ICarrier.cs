namespace TypedExec.Remote;

/// <summary>
/// A program that runs another one: as another user, on another host, in a container. <see cref="CarrierExtensions.Via(ICommand, ICarrier)"/>
/// puts a command after its arguments.
/// </summary>
/// <remarks>
/// A command class of your own becomes one by naming this interface: <c>[Command("doas")] partial class Doas : ICarrier</c>. The command's
/// program and arguments follow its arguments, and signals go to the carrier.
/// </remarks>
public interface ICarrier : ICommand
{
    /// <summary>
    /// How the command is written after the carrier's own arguments. Default: its program and its arguments are arguments;
    /// <see cref="ShellQuoting.Posix"/> makes one argument of them, as <c>su -c</c> expects it.
    /// </summary>
    ShellQuoting Quoting => ShellQuoting.None;
}
