using System.Text;

namespace TypedExec.Terminals;

/// <summary>
/// The character cells of a screen. Rows and columns count from 0, and every position that is passed is on the grid.
/// </summary>
internal sealed class ScreenGrid
{
    /// <summary>The second cell of a wide character.</summary>
    private const string Continuation = "";

    private string?[][] _rows;

    public ScreenGrid(TerminalSize size)
    {
        Size = size;
        _rows = new string?[size.Rows][];
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = new string?[size.Columns];
        }
    }

    public TerminalSize Size { get; private set; }

    /// <summary>Returns whether a cell contains the second half of a wide character.</summary>
    public bool IsContinuation(int row, int column) => _rows[row][column] is { Length: 0 };

    public string? this[int row, int column] => _rows[row][column];

    /// <summary>Puts a character of one or two columns into its cells.</summary>
    public void Put(int row, int column, string character, int width)
    {
        SplitWide(row, column);
        _rows[row][column] = character;
        if (width == 2)
        {
            SplitWide(row, column + 1);
            _rows[row][column + 1] = Continuation;
        }
    }

    /// <summary>Adds a mark to the character in a cell.</summary>
    public void Append(int row, int column, string mark) => _rows[row][column] += mark;

    public void Erase(int row, int column, int count)
    {
        if (count <= 0)
        {
            return;
        }

        SplitWide(row, column);
        if (column + count < Size.Columns)
        {
            SplitWide(row, column + count);
        }

        _rows[row].AsSpan(column, count).Clear();
    }

    public void EraseRows(int row, int count)
    {
        for (var i = row; i < row + count; i++)
        {
            Array.Clear(_rows[i]);
        }
    }

    public void Fill(string character)
    {
        foreach (var row in _rows)
        {
            Array.Fill(row, character);
        }
    }

    /// <summary>Moves the cells from a column on to the right; cells that leave the row are lost.</summary>
    public void InsertCells(int row, int column, int count)
    {
        SplitWide(row, column);
        count = Math.Min(count, Size.Columns - column);
        var cells = _rows[row];
        cells.AsSpan(column, Size.Columns - column - count).CopyTo(cells.AsSpan(column + count));
        cells.AsSpan(column, count).Clear();
        ClearCutOff(row);
    }

    /// <summary>Removes cells from a row and moves the cells to the right of them to the left.</summary>
    public void DeleteCells(int row, int column, int count)
    {
        count = Math.Min(count, Size.Columns - column);
        SplitWide(row, column);
        if (column + count < Size.Columns)
        {
            SplitWide(row, column + count);
        }

        var cells = _rows[row];
        cells.AsSpan(column + count).CopyTo(cells.AsSpan(column));
        cells.AsSpan(Size.Columns - count).Clear();
    }

    /// <summary>Moves the rows from <paramref name="top"/> to <paramref name="bottom"/> up and inserts empty ones at the
    /// bottom.</summary>
    public void ScrollUp(int top, int bottom, int count)
    {
        for (var i = 0; i < Math.Min(count, bottom - top + 1); i++)
        {
            var row = _rows[top];
            Array.Copy(_rows, top + 1, _rows, top, bottom - top);
            Array.Clear(row);
            _rows[bottom] = row;
        }
    }

    /// <summary>Moves the rows from <paramref name="top"/> to <paramref name="bottom"/> down and inserts empty ones at the
    /// top.</summary>
    public void ScrollDown(int top, int bottom, int count)
    {
        for (var i = 0; i < Math.Min(count, bottom - top + 1); i++)
        {
            var row = _rows[bottom];
            Array.Copy(_rows, top, _rows, top + 1, bottom - top);
            Array.Clear(row);
            _rows[top] = row;
        }
    }

    /// <summary>Cuts off or extends the grid on the right and at the bottom.</summary>
    public void Resize(TerminalSize size)
    {
        var rows = new string?[size.Rows][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new string?[size.Columns];
            if (i < _rows.Length)
            {
                _rows[i].AsSpan(0, Math.Min(size.Columns, Size.Columns)).CopyTo(rows[i]);
            }
        }

        Size = size;
        _rows = rows;
        for (var i = 0; i < size.Rows; i++)
        {
            ClearCutOff(i);
        }
    }

    /// <summary>Returns the text, without trailing blanks in its lines and without empty lines at its end.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            foreach (var cell in row)
            {
                text.Append(cell ?? " ");
            }

            TrimEnd(text, ' ');
            text.Append('\n');
        }

        TrimEnd(text, '\n');
        return text.ToString();
    }

    private static void TrimEnd(StringBuilder text, char character)
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == character)
        {
            length--;
        }

        text.Length = length;
    }

    /// <summary>Removes all of a wide character when one of its halves is about to be overwritten.</summary>
    private void SplitWide(int row, int column)
    {
        if (IsContinuation(row, column))
        {
            _rows[row][column] = null;
            _rows[row][column - 1] = null;
        }
        else if (column + 1 < Size.Columns && IsContinuation(row, column + 1))
        {
            _rows[row][column] = null;
            _rows[row][column + 1] = null;
        }
    }

    /// <summary>Removes a wide character whose second half was pushed out of the row.</summary>
    private void ClearCutOff(int row)
    {
        var last = Size.Columns - 1;
        if (_rows[row][last] is { Length: > 0 } character && IsWide(character))
        {
            _rows[row][last] = null;
        }
    }

    private static bool IsWide(string character)
        => Rune.DecodeFromUtf16(character, out var rune, out _) == System.Buffers.OperationStatus.Done && CharacterWidth.Measure(rune) == 2;
}
