namespace TypedExec.Terminals;

/// <content>The modes that a program sets and resets.</content>
internal sealed partial class ScreenActions
{
    private void SetModes(ControlSequence sequence)
    {
        foreach (var mode in sequence.Parameters)
        {
            switch (mode)
            {
                case 4:
                    cursor.IsInsert = sequence.Final == 'h';
                    break;
                case 20:
                    cursor.IsNewLine = sequence.Final == 'h';
                    break;
            }
        }
    }

    private void SetPrivateModes(ControlSequence sequence)
    {
        var isSet = sequence.Final == 'h';
        foreach (var mode in sequence.Parameters)
        {
            switch (mode)
            {
                case 6:
                    cursor.SetOrigin(isSet);
                    break;
                case 7:
                    cursor.IsAutoWrap = isSet;
                    break;
                case 47 or 1047:
                    cursor.ShowAlternate(isSet, clears: mode == 1047);
                    break;
                case 1048:
                    SaveOrRestore(isSet);
                    break;
                case 1049 when isSet:
                    cursor.Save();
                    cursor.ShowAlternate(isAlternate: true, clears: true);
                    break;
                case 1049:
                    cursor.ShowAlternate(isAlternate: false, clears: false);
                    cursor.Restore();
                    break;
            }
        }
    }

    private void SaveOrRestore(bool saves)
    {
        if (saves)
        {
            cursor.Save();
        }
        else
        {
            cursor.Restore();
        }
    }
}
