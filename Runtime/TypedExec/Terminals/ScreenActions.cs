using System.Text;

namespace TypedExec.Terminals;

/// <summary>Carries out the actions of a program's output on a screen.</summary>
internal sealed partial class ScreenActions(ScreenCursor cursor) : ITerminalActions
{
    public void Print(Rune character) => cursor.Print(character);

    public void Control(byte control)
    {
        switch (control)
        {
            case 0x08:
                cursor.MoveColumns(-1);
                break;
            case 0x09:
                cursor.Tab(1);
                break;
            case 0x0A or 0x0B or 0x0C:
                LineFeed();
                break;
            case 0x0D:
                cursor.MoveTo(cursor.Row, 0);
                break;
            case 0x0E:
                cursor.Invoke(1);
                break;
            case 0x0F:
                cursor.Invoke(0);
                break;
        }
    }

    public void Escape(char intermediate, char final)
    {
        switch (intermediate, final)
        {
            case ('\0', '7'):
                cursor.Save();
                break;
            case ('\0', '8'):
                cursor.Restore();
                break;
            case ('\0', 'D'):
                cursor.LineFeed();
                break;
            case ('\0', 'E'):
                cursor.MoveTo(cursor.Row, 0);
                cursor.LineFeed();
                break;
            case ('\0', 'H'):
                cursor.SetTab(true);
                break;
            case ('\0', 'M'):
                cursor.ReverseLineFeed();
                break;
            case ('\0', 'c'):
                cursor.Reset();
                break;
            case ('#', '8'):
                cursor.Grid.Fill("E");
                cursor.MoveTo(0, 0);
                break;
            case ('(', _):
                cursor.Designate(0, final);
                break;
            case (')', _):
                cursor.Designate(1, final);
                break;
        }
    }

    public void Control(ControlSequence sequence)
    {
        switch (sequence.Marker, sequence.Intermediate)
        {
            case ('\0', '\0'):
                _ = Move(sequence) || Edit(sequence) || Set(sequence);
                break;
            case ('?', '\0') when sequence.Final is 'h' or 'l':
                SetPrivateModes(sequence);
                break;
            case ('?', '\0') when sequence.Final is 'J' or 'K':
                _ = Edit(sequence);
                break;
            case ('\0', '!') when sequence.Final == 'p':
                cursor.ResetModes();
                break;
        }
    }

    private bool Move(ControlSequence sequence)
    {
        var count = sequence.Count();
        switch (sequence.Final)
        {
            case 'A':
                cursor.MoveRows(-count);
                return true;
            case 'B' or 'e':
                cursor.MoveRows(count);
                return true;
            case 'C' or 'a':
                cursor.MoveColumns(count);
                return true;
            case 'D':
                cursor.MoveColumns(-count);
                return true;
            case 'E':
                cursor.MoveRows(count);
                cursor.MoveTo(cursor.Row, 0);
                return true;
            case 'F':
                cursor.MoveRows(-count);
                cursor.MoveTo(cursor.Row, 0);
                return true;
            case 'G' or '`':
                cursor.MoveTo(cursor.Row, count - 1);
                return true;
            case 'd':
                cursor.MoveToAddress(count - 1, cursor.Column);
                return true;
            case 'H' or 'f':
                cursor.MoveToAddress(count - 1, sequence.Count(1) - 1);
                return true;
            case 'I':
                cursor.Tab(count);
                return true;
            case 'Z':
                cursor.BackTab(count);
                return true;
            default:
                return false;
        }
    }

    private bool Edit(ControlSequence sequence)
    {
        var count = sequence.Count();
        if (sequence.Final is 'J' or 'K' or 'X' or '@' or 'P')
        {
            cursor.StayInRow();
        }

        switch (sequence.Final)
        {
            case 'J':
                EraseDisplay(sequence[0]);
                return true;
            case 'K':
                EraseLine(sequence[0]);
                return true;
            case 'X':
                cursor.Grid.Erase(cursor.Row, cursor.Column, Math.Min(count, cursor.Columns - cursor.Column));
                return true;
            case '@':
                cursor.Grid.InsertCells(cursor.Row, cursor.Column, count);
                return true;
            case 'P':
                cursor.Grid.DeleteCells(cursor.Row, cursor.Column, count);
                return true;
            case 'L' when IsInRegion:
                cursor.Grid.ScrollDown(cursor.Row, cursor.Bottom, count);
                cursor.MoveTo(cursor.Row, 0);
                return true;
            case 'M' when IsInRegion:
                cursor.Grid.ScrollUp(cursor.Row, cursor.Bottom, count);
                cursor.MoveTo(cursor.Row, 0);
                return true;
            case 'S':
                cursor.Grid.ScrollUp(cursor.Top, cursor.Bottom, count);
                return true;
            case 'T' when sequence.Parameters.Length <= 1:
                cursor.Grid.ScrollDown(cursor.Top, cursor.Bottom, count);
                return true;
            case 'b':
                cursor.Repeat(count);
                return true;
            default:
                return false;
        }
    }

    private bool Set(ControlSequence sequence)
    {
        switch (sequence.Final)
        {
            case 'r':
                var bottom = sequence[1] == 0 ? cursor.Rows : Math.Min(sequence[1], cursor.Rows);
                cursor.SetRegion(sequence.Count() - 1, bottom - 1);
                return true;
            case 's':
                cursor.Save();
                return true;
            case 'u':
                cursor.Restore();
                return true;
            case 'g' when sequence[0] == 0:
                cursor.SetTab(false);
                return true;
            case 'g' when sequence[0] == 3:
                cursor.ClearTabs();
                return true;
            case 'h' or 'l':
                SetModes(sequence);
                return true;
            default:
                return false;
        }
    }

    private bool IsInRegion => cursor.Row >= cursor.Top && cursor.Row <= cursor.Bottom;

    private void LineFeed()
    {
        cursor.LineFeed();
        if (cursor.IsNewLine)
        {
            cursor.MoveTo(cursor.Row, 0);
        }
    }

    private void EraseDisplay(int which)
    {
        var grid = cursor.Grid;
        switch (which)
        {
            case 0:
                EraseLine(0);
                grid.EraseRows(cursor.Row + 1, cursor.Rows - cursor.Row - 1);
                break;
            case 1:
                EraseLine(1);
                grid.EraseRows(0, cursor.Row);
                break;
            case 2:
                grid.EraseRows(0, cursor.Rows);
                break;
        }
    }

    private void EraseLine(int which)
    {
        var (start, count) = which switch
        {
            0 => (cursor.Column, cursor.Columns - cursor.Column),
            1 => (0, cursor.Column + 1),
            2 => (0, cursor.Columns),
            _ => (0, 0),
        };
        cursor.Grid.Erase(cursor.Row, start, count);
    }
}
