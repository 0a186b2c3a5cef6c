namespace TypedExec.Generated;

/// <summary>
/// Specifies what <see cref="SpecifiedCommand{TSelf}"/> requires of the classes that derive from it. Generated code implements
/// it.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public interface ISpecifiedCommand
{
    /// <summary>Gets the program with the words of the subcommand.</summary>
    static abstract Executable Executable { get; }
}
