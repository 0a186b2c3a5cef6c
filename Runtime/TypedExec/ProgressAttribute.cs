using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Converts the stderr lines that match a pattern to values for an <see cref="IProgress{T}"/> parameter of a
/// <see cref="RunAttribute">[Run]</see> method. Other lines are skipped.
/// </summary>
/// <param name="pattern">A regular expression with one named group per parameter of the record's constructor, or with one group
/// for a single value.
/// </param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ProgressAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>Gets the regular expression.</summary>
    public string Pattern { get; } = pattern;
}
