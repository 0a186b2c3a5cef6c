using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>
/// Represents a group of options and arguments that can add itself to a command line. Generated code implements it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOptionGroup
{
    /// <summary>Adds the group's options and arguments, in order.</summary>
    /// <param name="arguments">The command line so far.</param>
    void AddTo(CommandArguments arguments);
}
