using TypedExec.Import.Help;

namespace TypedExec.Import.Running;

/// <summary>Receives the progress of a walk, from several threads.</summary>
internal interface IWalkProgress
{
    /// <summary>Reports that the help of this many more commands will be read.</summary>
    void Found(int commands);

    /// <summary>Reports that a command is done.</summary>
    void Read(WalkedCommand command);
}
