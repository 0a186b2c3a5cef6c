using System.Text;

namespace TypedExec.Terminals;

/// <summary>The position of the next character on the screen, and the modes that decide how it affects the others.</summary>
internal sealed partial class ScreenCursor
{
    private ScreenGrid _main;
    private ScreenGrid? _alternate;
    private Saved? _saved;
    private Saved? _savedOfAlternate;
    private bool[] _tabs;
    private bool _isWrapPending;

    /// <summary>The position of the last character, for marks that join it; null after the cursor was moved.</summary>
    private (int Row, int Column)? _last;

    public ScreenCursor(TerminalSize size)
    {
        _main = new ScreenGrid(size);
        _tabs = DefaultTabs(size.Columns);
        Grid = _main;
        Bottom = size.Rows - 1;
    }

    public ScreenGrid Grid { get; private set; }

    public int Row { get; private set; }

    public int Column { get; private set; }

    /// <summary>Gets the first row of the scrolling region.</summary>
    public int Top { get; private set; }

    /// <summary>Gets the last row of the scrolling region.</summary>
    public int Bottom { get; private set; }

    public bool IsAutoWrap { get; set; } = true;

    public bool IsInsert { get; set; }

    /// <summary>Gets or sets whether a line feed also returns to the first column.</summary>
    public bool IsNewLine { get; set; }

    /// <summary>Gets whether rows are counted from the first row of the scrolling region.</summary>
    public bool IsOrigin { get; private set; }

    public CharacterSets Sets { get; private set; } = new();

    public int Rows => Grid.Size.Rows;

    public int Columns => Grid.Size.Columns;

    public void Print(Rune character)
    {
        var text = Sets.Translate(character);
        var width = CharacterWidth.Measure(character);
        if (TryJoin(character, text, width))
        {
            return;
        }

        width = Math.Min(width, Columns);
        if (_isWrapPending || Column + width > Columns)
        {
            if (!IsAutoWrap)
            {
                // A wide character doesn't fit into the last column, and there is no other one for it.
                return;
            }

            Column = 0;
            LineFeed();
        }

        if (IsInsert)
        {
            Grid.InsertCells(Row, Column, width);
        }

        Grid.Put(Row, Column, text, width);
        _last = (Row, Column);
        _isWrapPending = Column + width >= Columns && IsAutoWrap;
        Column = Math.Min(Column + width, Columns - 1);
    }

    public void Repeat(int count)
    {
        if (_last is { } last && Grid[last.Row, last.Column] is { Length: > 0 } text)
        {
            Rune.DecodeFromUtf16(text, out var character, out _);
            for (var i = 0; i < Math.Min(count, Rows * Columns); i++)
            {
                Print(character);
            }
        }
    }

    public void MoveTo(int row, int column)
    {
        Row = Math.Clamp(row, 0, Rows - 1);
        Column = Math.Clamp(column, 0, Columns - 1);
        _isWrapPending = false;
        _last = null;
    }

    /// <summary>Moves to a position in the program's coordinates, which may be relative to the scrolling region.</summary>
    public void MoveToAddress(int row, int column)
        => MoveTo(IsOrigin ? Math.Clamp(row + Top, Top, Bottom) : row, column);

    /// <summary>Moves up or down, but not out of the scrolling region that contains the cursor.</summary>
    public void MoveRows(int count)
    {
        var top = Row >= Top ? Top : 0;
        var bottom = Row <= Bottom ? Bottom : Rows - 1;
        MoveTo(Math.Clamp(Row + count, top, bottom), Column);
    }

    public void MoveColumns(int count) => MoveTo(Row, Column + count);

    /// <summary>After a full row that was edited meanwhile, the next character overwrites the last one.</summary>
    public void StayInRow() => _isWrapPending = false;

    /// <summary>Moves down one row, and scrolls the region at its end.</summary>
    public void LineFeed()
    {
        if (Row == Bottom)
        {
            Grid.ScrollUp(Top, Bottom, 1);
        }
        else if (Row < Rows - 1)
        {
            Row++;
        }

        _isWrapPending = false;
        _last = null;
    }

    /// <summary>Moves up one row, and scrolls the region at its beginning.</summary>
    public void ReverseLineFeed()
    {
        if (Row == Top)
        {
            Grid.ScrollDown(Top, Bottom, 1);
        }
        else
        {
            MoveTo(Row - 1, Column);
        }
    }

    public void Tab(int count)
    {
        var column = Column;
        for (; count > 0 && column < Columns - 1; count--)
        {
            do
            {
                column++;
            }
            while (column < Columns - 1 && !_tabs[column]);
        }

        MoveTo(Row, column);
    }

    public void BackTab(int count)
    {
        var column = Column;
        for (; count > 0 && column > 0; count--)
        {
            do
            {
                column--;
            }
            while (column > 0 && !_tabs[column]);
        }

        MoveTo(Row, column);
    }

    public void SetTab(bool isSet) => _tabs[Column] = isSet;

    public void ClearTabs() => Array.Clear(_tabs);

    public void SetRegion(int top, int bottom)
    {
        if (top < bottom)
        {
            Top = top;
            Bottom = bottom;
            MoveToAddress(0, 0);
        }
    }

    public void SetOrigin(bool isOrigin)
    {
        IsOrigin = isOrigin;
        MoveToAddress(0, 0);
    }

    public void Save() => SavedHere = new Saved(Row, Column, IsOrigin, Sets);

    public void Restore()
    {
        var saved = SavedHere ?? new Saved(0, 0, false, new CharacterSets());
        IsOrigin = saved.IsOrigin;
        Sets = saved.Sets;
        MoveTo(saved.Row, saved.Column);
    }

    public void Designate(int set, char charset) => Sets = Sets.Designate(set, charset);

    public void Invoke(int set) => Sets = Sets with { Active = set };

    /// <summary>Switches between the screen that full-screen programs use and the main screen.</summary>
    public void ShowAlternate(bool isAlternate, bool clears)
    {
        if (isAlternate && Grid == _main)
        {
            _alternate = clears ? null : _alternate;
            Grid = _alternate ??= new ScreenGrid(_main.Size);
        }
        else if (!isAlternate)
        {
            Grid = _main;
        }

        _last = null;
    }

    /// <summary>Resets everything to the state of a new terminal.</summary>
    public void Reset()
    {
        var size = _main.Size;
        _main = new ScreenGrid(size);
        _alternate = null;
        _saved = _savedOfAlternate = null;
        _tabs = DefaultTabs(size.Columns);
        Grid = _main;
        ResetModes();
        MoveTo(0, 0);
    }

    public void ResetModes()
    {
        (Top, Bottom) = (0, Rows - 1);
        IsAutoWrap = true;
        IsInsert = IsNewLine = IsOrigin = false;
        Sets = new CharacterSets();
        _isWrapPending = false;
    }

    public void Resize(TerminalSize size)
    {
        // The rows above are removed first: the cursor's row is never cut off.
        var excess = Row - (size.Rows - 1);
        if (excess > 0)
        {
            Grid.ScrollUp(0, Rows - 1, excess);
            Row -= excess;
        }

        _main.Resize(size);
        _alternate?.Resize(size);
        _tabs = DefaultTabs(size.Columns);
        (Top, Bottom) = (0, size.Rows - 1);
        MoveTo(Row, Column);
    }

    /// <summary>Gets the saved cursor of the current screen; each of the two has its own.</summary>
    private Saved? SavedHere
    {
        get => Grid == _main ? _saved : _savedOfAlternate;
        set => _ = Grid == _main ? _saved = value : _savedOfAlternate = value;
    }

    private static bool[] DefaultTabs(int columns)
    {
        var tabs = new bool[columns];
        for (var i = 8; i < columns; i += 8)
        {
            tabs[i] = true;
        }

        return tabs;
    }

    /// <summary>What <c>ESC 7</c> keeps.</summary>
    private sealed record Saved(int Row, int Column, bool IsOrigin, CharacterSets Sets);
}
