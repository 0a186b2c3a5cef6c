using System.Text;

namespace TypedExec.Shells;

/// <summary>
/// The known, unquoted words of the command that is being read, which determine whether a hole among its arguments is code. There
/// is one instance for each level of <c>$( )</c>.
/// </summary>
/// <remarks>Shared with the analyzer, which is built for netstandard2.0.</remarks>
internal sealed class CommandWords
{
    /// <summary>Represents text that is known only at run time: a variable or a substitution.</summary>
    private const char Unknown = '\u0001';

    private readonly List<string> _words = [];
    private readonly List<int> _holesInTest = [];
    private readonly StringBuilder _word = new();
    private bool _isInWord;

    /// <summary>Gets the words that have ended.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Gets the word that has begun, up to here.</summary>
    public string Begun => _word.ToString();

    /// <summary>Gets or sets whether this is a list in <c>a=( )</c>, in which no word is a command.</summary>
    public bool IsList { get; set; }

    /// <summary>
    /// Gets or sets how many parentheses are open in <c>[[ ]]</c>, where <c>&amp;&amp;</c> and <c>||</c> don't end a command;
    /// null outside.
    /// </summary>
    public int? TestParentheses { get; set; }

    /// <summary>Gets whether a test has an operator that evaluates its operands.</summary>
    public bool IsArithmeticTest { get; private set; }

    /// <summary>Gets the holes of the test that is being read.</summary>
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

    /// <summary>Adds a hole.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="words">Its words if it is a command; otherwise null.</param>
    public void AddHole(int index, IReadOnlyList<string>? words)
    {
        if (words is not null)
        {
            foreach (var word in words)
            {
                EndWord();
                Add(word);
            }

            return;
        }

        if (IsTest)
        {
            _holesInTest.Add(index);
        }

        Add(HolePosition.Mark);
    }

    /// <summary>Gets whether what follows is the target of a redirection rather than an argument.</summary>
    public bool IsRedirected { get; private set; }

    /// <summary>
    /// Gets where a command begins that only some shells see: after <c>&amp;&gt;</c>, which dash reads as an <c>&amp;</c>.
    /// </summary>
    public int SecondStart { get; private set; }

    public void Redirect()
    {
        // The number of a descriptor may come before it: 2>file
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

    /// <summary>Ends a command, or a keyword that another command follows; inside <c>[[ ]]</c>, only a part of it.</summary>
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
