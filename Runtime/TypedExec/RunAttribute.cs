using System.Diagnostics.CodeAnalysis;

namespace TypedExec;

/// <summary>
/// Generates the body of a partial method of a command class, or of a method of a partial interface with
/// <see cref="CommandAttribute">[Command]</see>. The template becomes the arguments, and the output becomes the return value.
/// </summary>
/// <remarks>
/// <para>Words are separated by blanks. Text in <c>'…'</c> and <c>"…"</c> is one word; outside them <c>\</c> escapes the next
/// character. <c>{name}</c> is replaced by the parameter of that name, and a list becomes one word per item. <c>[ … ]</c> is
/// omitted if a parameter in it is null, an empty list or false; <c>[flag? … ]</c> is included if the parameter <c>flag</c> is
/// true. <c>{{</c> and <c>}}</c> are literal braces. No shell is involved, and a value is never split.</para>
/// <para>A word that begins with a value that starts with <c>-</c> throws <see cref="ArgumentException"/>, unless it comes after
/// a <c>--</c> or <see cref="HoleAttribute.AllowLeadingDash"/> is set.</para>
/// </remarks>
/// <param name="template">The arguments, such as <c>log --max-count={max} {range}</c>. It can be empty.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RunAttribute(string template) : Attribute
{
    /// <summary>Gets the arguments, with a hole for each parameter.</summary>
    public string Template { get; } = template;

    /// <summary>Gets or sets the text that separates the fields of a line.</summary>
    /// <remarks>Each field is one parameter of the returned record's constructor. The default is null.</remarks>
    public string? FieldSeparator { get; set; }

    /// <summary>
    /// Gets or sets the text that separates the items of a list, such as <c>"\0"</c> for programs with an option <c>-z</c>. The
    /// default is null: one item per line.
    /// </summary>
    public string? ItemSeparator { get; set; }

    /// <summary>
    /// Gets or sets a regular expression that is matched against each line, with one named group per parameter of the returned
    /// record's constructor.
    /// </summary>
    /// <remarks>Lines that don't match are skipped. The default is null.</remarks>
    [StringSyntax(StringSyntaxAttribute.Regex)]
    public string? Pattern { get; set; }

    /// <summary>
    /// Gets or sets the name of a static method or property of the type that returns the
    /// <see cref="System.Text.RegularExpressions.Regex"/> to use as <see cref="Pattern"/>, such as one with
    /// <c>[GeneratedRegex]</c>. The default is null.
    /// </summary>
    public string? PatternFrom { get; set; }

    /// <summary>
    /// Gets or sets the <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that has the returned type.
    /// </summary>
    /// <remarks>If set, the output is parsed as JSON. The default is null.</remarks>
    public Type? Json { get; set; }

    /// <summary>
    /// Gets or sets the exit code that a method returning <see cref="bool"/> reports as false. 0 is true, and any other exit code
    /// throws. The default is 1.
    /// </summary>
    public int FalseExitCode { get; set; } = 1;
}
