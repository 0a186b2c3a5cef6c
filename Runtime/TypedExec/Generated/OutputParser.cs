using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedExec.Generated;

/// <summary>Parses an item of output. Generated code passes it to <see cref="MethodCall"/>.</summary>
/// <param name="text">The item; a line without its line ending.</param>
/// <param name="value">The parsed value.</param>
/// <returns>False for an item that is skipped.</returns>
/// <exception cref="FormatException">The item isn't valid; the message says why.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool OutputParser<T>(string text, [MaybeNullWhen(false)] out T value);
