using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// The words of the command that is being read, without their quotes, as far as they are known: to tell whether a hole among
/// its arguments is code. One for each level of <c>$( )</c>.
/// </summary>
/// <remarks>Shared with the analyzer, which is built for netstandard2.0.</remarks>
internal sealed class CommandWords
{
    /// <summary>Stands for what is only known at run time: a variable, a substitution.</summary>
    private const char Unknown = '\u0001';

    private readonly List<string> _words = [];
    private readonly List<int> _holesInTest = [];
    private readonly StringBuilder _word = new();
    private bool _isInWord;

    /// <summary>The words that have ended.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The word that has begun, up to here.</summary>
    public string Begun => _word.ToString();

    /// <summary>Whether this is a list in <c>a=( )</c>, of which no word is a command.</summary>
    public bool IsList { get; set; }

    /// <summary>How many parentheses are open in <c>[[ ]]</c>, where <c>&amp;&amp;</c> and <c>||</c> end no command; null outside.</summary>
    public int? TestParentheses { get; set; }

    /// <summary>Whether a test has an operator that evaluates what stands beside it.</summary>
    public bool IsArithmeticTest { get; private set; }

    /// <summary>The holes of the test that is being read.</summary>
    public IReadOnlyList<int> HolesInTest => _holesInTest;

    public void Add(string text)
    {
        _word.Append(text);
        _isInWord = true;
    }

    public void Add(char character)
    {
        _word.Append(character);
        _isInWord = true;
    }

    public void AddUnknown() => Add(Unknown);

    public void AddHole(int index)
    {
        if (IsTest)
        {
            _holesInTest.Add(index);
        }

        Add(HolePlace.Mark);
    }

    /// <summary>Whether what comes next is where a redirection goes to, and no argument.</summary>
    public bool IsRedirected { get; private set; }

    /// <summary>Where a command begins that only some shells see: behind <c>&amp;&gt;</c>, which for dash is an <c>&amp;</c>.</summary>
    public int SecondStart { get; private set; }

    public void Redirect()
    {
        // The number of a descriptor may stand before it: 2>file
        _isInWord &= _word.Length == 0 || !char.IsDigit(_word[0]) || _word.Length > 1;
        EndWord();
        _word.Clear();
        IsRedirected = true;
    }

    public void RedirectBoth()
    {
        EndWord();
        SecondStart = _words.Count;
    }

    public void EndWord()
    {
        if (!_isInWord)
        {
            return;
        }

        if (!IsRedirected)
        {
            var word = _word.ToString();
            IsArithmeticTest |= IsTest && CodeArguments.IsArithmeticOperator(word);
            if (word == "[[" && _words.Count == 0)
            {
                TestParentheses = 0;
            }
            else if (word == "]]")
            {
                TestParentheses = null;
            }

            _words.Add(word);
            if (word == "{" && _words.Count == 3 && _words[0] == "function")
            {
                // function NAME { COMMANDS }
                _words.Clear();
            }
        }

        IsRedirected = false;
        _isInWord = false;
        _word.Clear();
    }

    /// <summary>A command has ended, or a keyword that another follows; inside <c>[[ ]]</c> only a part of it.</summary>
    public void EndCommand(bool isPartOfTest = false)
    {
        EndWord();
        _words.Clear();
        IsRedirected = false;
        SecondStart = 0;
        if (!isPartOfTest)
        {
            TestParentheses = null;
            IsArithmeticTest = false;
            _holesInTest.Clear();
        }
    }

    private bool IsTest => TestParentheses is not null || (_words.Count > 0 && CodeArguments.IsTest(_words));
}
