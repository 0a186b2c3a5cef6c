using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace TypedExec.Generated;

/// <summary>Reads an item of output. Generated code passes it to <see cref="MethodCall"/>.</summary>
/// <param name="text">The item, a line without its end.</param>
/// <param name="value">What it stands for.</param>
/// <returns>False for an item that is skipped.</returns>
/// <exception cref="FormatException">The item is not what is expected; the message says why.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool OutputParser<T>(string text, [MaybeNullWhen(false)] out T value);
