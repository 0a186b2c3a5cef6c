namespace TypedExec;

/// <summary>
/// Makes an abstract class or an interface a set of options that several command classes share. A command class that
/// derives from the class, or implements the interface, renders the set's options before its own.
/// </summary>
/// <remarks>
/// A class that implements the interface declares the properties, public and with a set or init accessor; the attributes
/// stay on the interface. A property that has an <see cref="OptionAttribute"/> of its own replaces the interface's.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class OptionSetAttribute : Attribute;
