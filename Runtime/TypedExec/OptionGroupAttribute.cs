namespace TypedExec;

/// <summary>
/// Marks a partial class as a group of options and arguments whose order matters, such as the options of one input of ffmpeg.
/// </summary>
/// <remarks>
/// A property of a command class that is a group, or a list of groups, renders them item by item at the property's position
/// among the options. On a property the attribute is optional, unless it sets <see cref="Place"/>. A property with an
/// <see cref="ArgumentAttribute"/> renders its groups among the positional arguments.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class OptionGroupAttribute : Attribute
{
    /// <summary>
    /// Gets or sets where the groups of a property are placed on the command line. By default, they are among the options.
    /// </summary>
    public OptionPlace Place { get; set; }
}
