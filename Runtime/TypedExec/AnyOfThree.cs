using System.Diagnostics.CodeAnalysis;
using TypedExec.Generated;

namespace TypedExec;

/// <summary>Represents one of three kinds of option groups, which lets a list mix the kinds and keep their order.</summary>
/// <typeparam name="TFirst">The first kind, a class with <see cref="OptionGroupAttribute"/>.</typeparam>
/// <typeparam name="TSecond">The second kind, a class with <see cref="OptionGroupAttribute"/>.</typeparam>
/// <typeparam name="TThird">The third kind, a class with <see cref="OptionGroupAttribute"/>.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the alternates.")]
public sealed class AnyOf<TFirst, TSecond, TThird> : IOptionGroup
    where TFirst : class, IOptionGroup
    where TSecond : class, IOptionGroup
    where TThird : class, IOptionGroup
{
    /// <summary>Initializes a new instance that holds a group of the first kind.</summary>
    /// <param name="group">The group.</param>
    public AnyOf(TFirst group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Value = group;
    }

    /// <summary>Initializes a new instance that holds a group of the second kind.</summary>
    /// <param name="group">The group.</param>
    public AnyOf(TSecond group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Value = group;
    }

    /// <summary>Initializes a new instance that holds a group of the third kind.</summary>
    /// <param name="group">The group.</param>
    public AnyOf(TThird group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Value = group;
    }

    /// <summary>Gets the group.</summary>
    public object Value { get; }

    /// <summary>Converts a group of the first kind.</summary>
    /// <param name="group">The group.</param>
    public static implicit operator AnyOf<TFirst, TSecond, TThird>(TFirst group) => new(group);

    /// <summary>Converts a group of the second kind.</summary>
    /// <param name="group">The group.</param>
    public static implicit operator AnyOf<TFirst, TSecond, TThird>(TSecond group) => new(group);

    /// <summary>Converts a group of the third kind.</summary>
    /// <param name="group">The group.</param>
    public static implicit operator AnyOf<TFirst, TSecond, TThird>(TThird group) => new(group);

    void IOptionGroup.AddTo(CommandArguments arguments) => ((IOptionGroup)Value).AddTo(arguments);
}
