using System.Text;

namespace TypedExec.Terminals;

/// <content>Characters that join the one before them.</content>
internal sealed partial class ScreenCursor
{
    /// <summary>Joins a mark, a part of an emoji, or the second letter of a flag to the character before it.</summary>
    private bool TryJoin(Rune character, string text, int width)
    {
        if (_last is not { } last || Grid[last.Row, last.Column] is not { Length: > 0 } before)
        {
            return width == 0;
        }

        var joins = width == 0
            || before[^1] == '\u200D'
            || (CharacterWidth.IsEmojiModifier(character) && before.Length >= 2)
            || IsSecondLetterOfFlag(character, before);
        if (joins)
        {
            Grid.Append(last.Row, last.Column, text);
            if (CharacterWidth.IsRegionalIndicator(character) || character.Value == 0xFE0F)
            {
                Widen(last);
            }
        }

        return joins;
    }

    private static bool IsSecondLetterOfFlag(Rune character, string before)
        => CharacterWidth.IsRegionalIndicator(character) && before.Length == 2
            && Rune.TryGetRuneAt(before, 0, out var first) && CharacterWidth.IsRegionalIndicator(first);

    /// <summary>Widens a character that has grown from one column to two, if there is space next to it.</summary>
    private void Widen((int Row, int Column) last)
    {
        if (last.Column + 1 < Columns && !Grid.IsContinuation(last.Row, last.Column + 1) && Column == last.Column + 1)
        {
            Grid.Put(last.Row, last.Column, Grid[last.Row, last.Column]!, width: 2);
            _isWrapPending = last.Column + 2 >= Columns && IsAutoWrap;
            Column = Math.Min(last.Column + 2, Columns - 1);
        }
    }
}
