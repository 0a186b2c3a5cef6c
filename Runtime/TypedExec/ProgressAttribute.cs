using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Turns the lines of stderr that match a pattern into values for an <see cref="IProgress{T}"/> parameter of a
/// <see cref="RunAttribute">[Run]</see> method. Lines that do not match are skipped.
/// </summary>
/// <param name="pattern">
/// A regular expression with one named group per parameter of the record's constructor, or with one group for a single value.
/// </param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ProgressAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>The regular expression.</summary>
    public string Pattern { get; } = pattern;
}
