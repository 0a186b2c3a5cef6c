using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Gives a partial method of a command class, or a method of a partial interface with
/// <see cref="CommandAttribute">[Command]</see>, its body: the template becomes the arguments, the output becomes what the
/// method returns.
/// </summary>
/// <remarks>
/// <para>Words are separated by blanks. <c>'…'</c> and <c>"…"</c> keep blanks together; outside them <c>\</c> escapes the next
/// character. <c>{name}</c> is the parameter of that name, and a list is one word per item. <c>[ … ]</c> is left out when a
/// parameter in it is null, an empty list or false; <c>[flag? … ]</c> is there when the parameter <c>flag</c> is true.
/// <c>{{</c> and <c>}}</c> are braces. No shell is involved, and a value is never split.</para>
/// <para>A value that starts with <c>-</c> throws <see cref="ArgumentException"/> where a word begins with it, unless a
/// <c>--</c> comes before it or <see cref="HoleAttribute.AllowLeadingDash"/> allows it.</para>
/// </remarks>
/// <param name="template">The arguments, such as <c>log --max-count={max} {range}</c>. Empty: no arguments.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RunAttribute(string template) : Attribute
{
    /// <summary>The arguments, with a hole for each parameter.</summary>
    public string Template { get; } = template;

    /// <summary>
    /// Separates the fields of a line, each of which is one parameter of the returned record's constructor. Default: null.
    /// </summary>
    public string? FieldSeparator { get; set; }

    /// <summary>
    /// Separates the items of a list, such as <c>"\0"</c> for programs with a <c>-z</c>. Default: null, one item per line.
    /// </summary>
    public string? ItemSeparator { get; set; }

    /// <summary>
    /// A regular expression for each line, with one named group per parameter of the returned record's constructor. Lines
    /// that do not match are skipped. Default: null.
    /// </summary>
    [StringSyntax(StringSyntaxAttribute.Regex)]
    public string? Pattern { get; set; }

    /// <summary>
    /// As <see cref="Pattern"/>, but names a static method or property of the type that returns the
    /// <see cref="System.Text.RegularExpressions.Regex"/>, such as one with <c>[GeneratedRegex]</c>. Default: null.
    /// </summary>
    public string? PatternFrom { get; set; }

    /// <summary>
    /// The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that has the returned type: the output is JSON.
    /// Default: null.
    /// </summary>
    public Type? Json { get; set; }

    /// <summary>The exit code that a method returning <see cref="bool"/> reports as false; 0 is true, any other throws. Default: 1.</summary>
    public int FalseExitCode { get; set; } = 1;
}
