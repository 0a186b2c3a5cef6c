namespace TypedExec.Terminals;

/// <summary>A control sequence (CSI) that has come whole: <c>ESC [ ? 25 h</c> has the marker <c>?</c>, the parameter 25 and the final <c>h</c>.</summary>
/// <param name="parameters">The numbers; -1 for one that is left out.</param>
/// <param name="marker">The private marker (<c>&lt;</c>, <c>=</c>, <c>&gt;</c> or <c>?</c>), or NUL.</param>
/// <param name="intermediate">The intermediate character, or NUL.</param>
/// <param name="final">The character that says what is to be done.</param>
internal readonly ref struct ControlSequence(ReadOnlySpan<int> parameters, char marker, char intermediate, char final)
{
    public ReadOnlySpan<int> Parameters { get; } = parameters;

    public char Marker => marker;

    public char Intermediate => intermediate;

    public char Final => final;

    /// <summary>A parameter, or 0 where it is left out.</summary>
    public int this[int index] => index < Parameters.Length && Parameters[index] > 0 ? Parameters[index] : 0;

    /// <summary>A parameter that counts: left out and 0 both mean 1.</summary>
    public int Count(int index = 0) => Math.Max(this[index], 1);
}
