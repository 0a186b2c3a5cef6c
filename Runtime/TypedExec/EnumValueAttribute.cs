namespace TypedExec;

/// <summary>The text that stands for an enum member on the command line; without it, the member's name in kebab-case.</summary>
/// <param name="text">The text, exactly as the program expects it.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class EnumValueAttribute(string text) : Attribute
{
    /// <summary>The text, exactly as the program expects it.</summary>
    public string Text { get; } = text;
}
