using TypedExec.Requests;

namespace TypedExec.Remote.Carrying;

/// <summary>Determines how a command is actually started, through nested carriers.</summary>
internal static class Supervision
{
    /// <param name="command">The command, which may be carried itself.</param>
    /// <param name="program">Its program.</param>
    /// <param name="token">The name of the run.</param>
    public static Supervised Of(ICommand command, string program, RunToken token)
    {
        if (ICarriedCommand.Find(command) is not ViaCommand via)
        {
            return new Supervised
            {
                FileName = program,
                Arguments = command.ToArguments(),
                SignalScript = SignalScripts.Direct,
                IsDirect = true,
            };
        }

        var inner = Of(via.Command, via.Command.FileName, token.Next());
        return via.Carrier is ITransport transport
            ? transport.Supervise(program, FarCommand.From(inner.FileName, inner.Arguments, via.Command.Defaults, transport), inner, token)
            : Prefix.Supervise(program, via.Carrier, inner);
    }
}
