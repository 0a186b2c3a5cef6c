using System.Text;

namespace TypedExec.Terminals;

/// <summary>
/// Divides a terminal's output into characters, control characters and sequences, using the grammar of ECMA-48. The bytes may
/// arrive in pieces of any size.
/// </summary>
/// <param name="actions">Receives the parts.</param>
internal sealed class OutputParser(ITerminalActions actions)
{
    private const int MaxParameters = 32;
    private const byte ESC = 0x1B;
    private const byte BEL = 0x07;
    private const byte CAN = 0x18;
    private const byte SUB = 0x1A;

    private readonly int[] _parameters = new int[MaxParameters];
    private readonly byte[] _character = new byte[4];
    private State _state;
    private int _parameterCount;
    private int _characterLength;
    private char _marker;
    private char _intermediate;

    private enum State
    {
        Ground,
        Escape,
        ControlSequence,

        /// <summary>A sequence that breaks the grammar, skipped up to its final character.</summary>
        IgnoredSequence,

        /// <summary>A string for the terminal itself, such as its title, skipped up to its end.</summary>
        String,

        /// <summary>An escape inside a string, which ends it.</summary>
        StringEscape,
    }

    public void Parse(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_characterLength > 0 || (value >= 0x80 && _state == State.Ground))
            {
                ParseCharacter(value);
            }
            else
            {
                ParseByte(value);
            }
        }
    }

    private void ParseByte(byte value)
    {
        switch (_state)
        {
            case State.String when value is not (ESC or BEL or CAN or SUB):
                break;
            case State.String when value == BEL:
                _state = State.Ground;
                break;
            case State.String when value == ESC:
                _state = State.StringEscape;
                break;
            case State.StringEscape when value == '\\':
                _state = State.Ground;
                break;
            case State.StringEscape:
                StartEscape();
                ParseByte(value);
                break;
            default:
                ParseOutsideString(value);
                break;
        }
    }

    private void ParseOutsideString(byte value)
    {
        switch (value)
        {
            case ESC:
                StartEscape();
                break;
            case CAN or SUB:
                _state = State.Ground;
                break;
            case < 0x20:
                // A control character within a sequence is executed immediately, and the sequence continues.
                actions.Control(value);
                break;
            case 0x7F:
                break;
            default:
                ParseGraphic((char)value);
                break;
        }
    }

    private void ParseGraphic(char value)
    {
        switch (_state)
        {
            case State.Escape:
                ParseEscape(value);
                break;
            case State.ControlSequence:
                ParseControlSequence(value);
                break;
            case State.IgnoredSequence when value is >= '@' and <= '~':
                _state = State.Ground;
                break;
            case State.Ground:
                actions.Print(new Rune(value));
                break;
        }
    }

    private void StartEscape()
    {
        _state = State.Escape;
        _intermediate = '\0';
        _marker = '\0';
        _parameterCount = 0;
    }

    private void ParseEscape(char value)
    {
        switch (value)
        {
            case >= ' ' and <= '/':
                _intermediate = value;
                break;
            case '[' when _intermediate == '\0':
                _state = State.ControlSequence;
                break;
            case ']' or 'P' or 'X' or '^' or '_' when _intermediate == '\0':
                _state = State.String;
                break;
            default:
                _state = State.Ground;
                if (value <= '~')
                {
                    actions.Escape(_intermediate, value);
                }

                break;
        }
    }

    private void ParseControlSequence(char value)
    {
        switch (value)
        {
            case >= '0' and <= '9':
                AddDigit(value - '0');
                break;
            case ';' or ':':
                AddParameter();
                break;
            case >= '<' and <= '?' when _parameterCount == 0 && _marker == '\0':
                _marker = value;
                break;
            case >= ' ' and <= '/':
                _intermediate = value;
                break;
            case >= '@' and <= '~':
                _state = State.Ground;
                actions.Control(new ControlSequence(_parameters.AsSpan(0, _parameterCount), _marker, _intermediate, value));
                break;
            default:
                _state = State.IgnoredSequence;
                break;
        }
    }

    private void AddDigit(int digit)
    {
        if (_parameterCount == 0)
        {
            _parameterCount = 1;
            _parameters[0] = -1;
        }

        ref var parameter = ref _parameters[_parameterCount - 1];
        parameter = Math.Min((Math.Max(parameter, 0) * 10) + digit, ushort.MaxValue);
    }

    private void AddParameter()
    {
        if (_parameterCount == 0)
        {
            _parameters[0] = -1;
            _parameterCount = 1;
        }

        if (_parameterCount < MaxParameters)
        {
            _parameters[_parameterCount++] = -1;
        }
    }

    /// <summary>Parses one byte of a multi-byte character. Bytes that aren't UTF-8 become U+FFFD.</summary>
    private void ParseCharacter(byte value)
    {
        _character[_characterLength++] = value;
        while (_characterLength > 0)
        {
            var pending = _character.AsSpan(0, _characterLength);
            var status = Rune.DecodeFromUtf8(pending, out var rune, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                return;
            }

            var rest = pending[consumed..];
            rest.CopyTo(_character);
            _characterLength = rest.Length;
            if (rune.IsAscii)
            {
                ParseByte((byte)rune.Value);
            }
            else if (rune.Value >= 0xA0)
            {
                actions.Print(rune);
            }
        }
    }
}
