namespace TypedExec.Generated;

/// <summary>What <see cref="SpecifiedCommand{TSelf}"/> asks of the class that it is the base of. Generated code implements it.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public interface ISpecifiedCommand
{
    /// <summary>The program with the words of the subcommand.</summary>
    static abstract Executable Executable { get; }
}
