namespace TypedExec.Requests;

/// <summary>A command that is another one with something of it said anew.</summary>
internal interface ILayeredCommand : ICommand
{
    /// <summary>The command as it was.</summary>
    ICommand Inner { get; }
}
