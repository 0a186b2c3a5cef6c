using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Is told how far a walk is; called from several threads.</summary>
internal interface IWalkProgress
{
    /// <summary>So many commands more have to be asked.</summary>
    void Found(int commands);

    /// <summary>A command is done.</summary>
    void Read(WalkedCommand command);
}
