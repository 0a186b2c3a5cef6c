namespace TypedExec;

/// <summary>
/// Specifies the text of an enum member on the command line. Without it, the member's name in kebab-case is used.
/// </summary>
/// <param name="text">The text, exactly as the program expects it.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class EnumValueAttribute(string text) : Attribute
{
    /// <summary>Gets the text, exactly as the program expects it.</summary>
    public string Text { get; } = text;
}
