namespace TypedExec.CommandLines.Planning;

/// <summary>A C# condition that is composed of parts, each in parentheses if necessary.</summary>
internal sealed record Condition
{
    private readonly Operator _operator;

    private Condition(string text, Operator @operator)
    {
        Text = text;
        _operator = @operator;
    }

    private enum Operator
    {
        Or,
        And,

        /// <summary>A comparison or pattern, such as <c>x is not null</c>.</summary>
        Comparison,

        /// <summary>A name or call, which <c>!</c> may precede.</summary>
        Primary,
    }

    /// <summary>Gets the condition as written in code.</summary>
    public string Text { get; }

    /// <summary>Creates a condition from a name, member or call that is a <c>bool</c>.</summary>
    public static Condition Primary(string text) => new(text, Operator.Primary);

    /// <summary>Creates a condition from a comparison or pattern.</summary>
    public static Condition Comparison(string text) => new(text, Operator.Comparison);

    public Condition Or(Condition other) => new($"{Text} || {other.Text}", Operator.Or);

    public Condition And(Condition other) => new($"{In(Operator.And)} && {other.In(Operator.And)}", Operator.And);

    public Condition Not() => new("!" + In(Operator.Primary), Operator.Primary);

    public override string ToString() => Text;

    private string In(Operator outer) => _operator < outer ? $"({Text})" : Text;
}
