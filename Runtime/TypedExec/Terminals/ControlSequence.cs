namespace TypedExec.Terminals;

/// <summary>
/// A complete control sequence (CSI): <c>ESC [ ? 25 h</c> has the marker <c>?</c>, the parameter 25 and the final character
/// <c>h</c>.
/// </summary>
/// <param name="parameters">The numbers; -1 for one that is omitted.</param>
/// <param name="marker">The private marker (<c>&lt;</c>, <c>=</c>, <c>&gt;</c> or <c>?</c>), or NUL.</param>
/// <param name="intermediate">The intermediate character, or NUL.</param>
/// <param name="final">The character that specifies the action.</param>
internal readonly ref struct ControlSequence(ReadOnlySpan<int> parameters, char marker, char intermediate, char final)
{
    public ReadOnlySpan<int> Parameters { get; } = parameters;

    public char Marker => marker;

    public char Intermediate => intermediate;

    public char Final => final;

    /// <summary>Gets a parameter, or 0 if it is omitted.</summary>
    public int this[int index] => index < Parameters.Length && Parameters[index] > 0 ? Parameters[index] : 0;

    /// <summary>Returns a parameter that is a count: both omitted and 0 mean 1.</summary>
    public int Count(int index = 0) => Math.Max(this[index], 1);
}
