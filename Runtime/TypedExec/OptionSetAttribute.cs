namespace TypedExec;

/// <summary>Marks an abstract class or an interface as a set of options that several command classes share.</summary>
/// <remarks>
/// A command class that derives from the class, or implements the interface, renders the options of the set before its own. A
/// class that implements the interface declares the properties as public, with a set or init accessor; the attributes stay on
/// the interface. A property with an <see cref="OptionAttribute"/> of its own overrides the interface's.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class OptionSetAttribute : Attribute;
