namespace TypedExec.Requests;

/// <summary>
/// A command that another program carries elsewhere: <c>ssh build1 make</c>. The arguments are for display; <see cref="Begin"/> determines
/// what is started. The package TypedExec.Remote implements it.
/// </summary>
internal interface ICarriedCommand : ICommand
{
    /// <summary>Returns the same command with arguments appended to the carried command.</summary>
    ICommand Append(IEnumerable<string> args);

    /// <summary>Returns how one run is started and signaled, or null if it needs nothing special.</summary>
    /// <param name="fileName">The carrier's program, which may have been replaced.</param>
    CarriedStart? Begin(string fileName);

    /// <summary>Returns the actual cause of a failure: the carrier's own failure, or a program that is missing on the remote side.</summary>
    ExecException Explain(ExecException failure);

    /// <summary>Returns the carried command that a command is or was made from, or null.</summary>
    static ICarriedCommand? Find(ICommand? command)
    {
        while (command is ILayeredCommand layer)
        {
            command = layer.Inner;
        }

        return command as ICarriedCommand;
    }
}
