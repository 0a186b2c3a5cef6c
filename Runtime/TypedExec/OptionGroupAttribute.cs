namespace TypedExec;

/// <summary>
/// Makes a partial class a group of options and arguments whose order matters, such as the options of one of ffmpeg's
/// inputs. A property of a command class that is a group, or a list of groups, renders them item by item at its place
/// among the options.
/// </summary>
/// <remarks>
/// On a property it is optional, unless the property has a <see cref="Place"/>. A property with an
/// <see cref="ArgumentAttribute"/> renders its groups among the positional arguments.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class OptionGroupAttribute : Attribute
{
    /// <summary>On a property: where the groups go on the command line. Default: among the options.</summary>
    public OptionPlace Place { get; set; }
}
