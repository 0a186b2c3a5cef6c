namespace TypedExec.Requests;

/// <summary>
/// A command that another program carries elsewhere: <c>ssh build1 make</c>. The arguments are what people are shown; what is started
/// is <see cref="Begin"/>. The package TypedExec.Remote implements it.
/// </summary>
internal interface ICarriedCommand : ICommand
{
    /// <summary>The same with more arguments at the end of the command that is carried.</summary>
    ICommand Append(IEnumerable<string> args);

    /// <summary>How one run of it is started and signalled; null where that is nothing special.</summary>
    /// <param name="fileName">The carrier's program, which may have been said anew.</param>
    CarriedStart? Begin(string fileName);

    /// <summary>The failure as the one that it really is: the carrier's own, or that there is no such program over there.</summary>
    ExecException Explain(ExecException failure);

    /// <summary>The carried command that a command is or was made of; null where it is none.</summary>
    static ICarriedCommand? Find(ICommand? command)
    {
        while (command is ILayeredCommand layer)
        {
            command = layer.Inner;
        }

        return command as ICarriedCommand;
    }
}
