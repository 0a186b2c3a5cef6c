namespace TypedExec;

/// <summary>Represents the size of a pseudo-terminal, in character cells.</summary>
/// <param name="Columns">The number of columns, from 1 to 65,535.</param>
/// <param name="Rows">The number of rows, from 1 to 65,535.</param>
public readonly record struct TerminalSize(int Columns, int Rows)
{
    /// <exception cref="ArgumentOutOfRangeException">A dimension is out of range.</exception>
    internal static void Check(TerminalSize size, string name)
    {
        if (size.Columns is < 1 or > ushort.MaxValue || size.Rows is < 1 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                name, size, $"{name} must have between 1 and {ushort.MaxValue} columns and rows, but is {size.Columns} by {size.Rows}.");
        }
    }
}
