using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;

namespace TypedExec.Ipc;

/// <summary>The JavaScript container that a .NET one represents.</summary>
internal enum ValueShape
{
    /// <summary>None: it can't be sent without losing something.</summary>
    None,
    Object,
    Map,
    Set,
    Array,
}

/// <summary>Determines the shape of a value by its type, so that an empty one has it too.</summary>
internal static class ValueShapes
{
    private static readonly ConcurrentDictionary<Type, ValueShape> Shapes = new();

    public static ValueShape From(object value) => Shapes.GetOrAdd(value.GetType(), Find);

    /// <summary>Returns the entries of an object: its names and values.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Properties(object value)
        => value as IReadOnlyDictionary<string, object?> ?? value as IDictionary<string, object?> ?? Properties((IDictionary)value);

    private static IEnumerable<KeyValuePair<string, object?>> Properties(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new((string)entry.Key, entry.Value);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The interfaces are named here, which keeps them on every type that is created.")]
    private static ValueShape Find(Type type)
    {
        var interfaces = type.GetInterfaces();
        bool Is(Type definition, Type? first = null) => Array.Exists(
            interfaces,
            one => one.IsGenericType && one.GetGenericTypeDefinition() == definition && (first is null || one.GenericTypeArguments[0] == first));

        var isDictionary = typeof(IDictionary).IsAssignableFrom(type);
        if (Is(typeof(IReadOnlyDictionary<,>), typeof(string)) || Is(typeof(IDictionary<,>), typeof(string)))
        {
            // Without the plain interface its values aren't accessible, unless they are objects.
            return isDictionary || typeof(IReadOnlyDictionary<string, object?>).IsAssignableFrom(type) || typeof(IDictionary<string, object?>).IsAssignableFrom(type)
                ? ValueShape.Object
                : ValueShape.None;
        }

        if (isDictionary)
        {
            return ValueShape.Map;
        }

        if (Is(typeof(IReadOnlyDictionary<,>)) || Is(typeof(IDictionary<,>)) || typeof(NameObjectCollectionBase).IsAssignableFrom(type)
            || Is(typeof(IGrouping<,>)) || Is(typeof(ILookup<,>)))
        {
            // As lists they would lose their keys.
            return ValueShape.None;
        }

        return Is(typeof(IReadOnlySet<>)) || Is(typeof(ISet<>)) ? ValueShape.Set
            : typeof(IEnumerable).IsAssignableFrom(type) ? ValueShape.Array
            : ValueShape.None;
    }
}
