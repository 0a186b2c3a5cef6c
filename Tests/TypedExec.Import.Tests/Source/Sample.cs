using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedExec.Import.Tests.Source;

/// <summary>Values for the properties of command classes, and the resulting arguments.</summary>
internal static class Sample
{
    /// <summary>Returns values worth trying for a property of this type.</summary>
    public static IEnumerable<object> Of(Type type)
    {
        if (type == typeof(bool))
        {
            return [true];
        }

        if (type == typeof(bool?))
        {
            return [true, false];
        }

        if (type == typeof(int))
        {
            return [1, 2];
        }

        if (type == typeof(OneOrMany<string>))
        {
            return [(OneOrMany<string>)"value", OneOrMany.Create("a", "b")];
        }

        if (type == typeof(OneOrMany<long>) || type == typeof(OneOrMany<double>))
        {
            return type == typeof(OneOrMany<long>) ? [OneOrMany.Create(1L, 2L)] : [OneOrMany.Create(1.5, 2)];
        }

        if (type == typeof(long?) || type == typeof(double?))
        {
            return type == typeof(long?) ? [5_000_000_000L] : [0.5];
        }

        if (type == typeof(OptionalValue<long>) || type == typeof(OptionalValue<double>))
        {
            return type == typeof(OptionalValue<long>) ? [OptionalValue<long>.Alone, (OptionalValue<long>)1] : [OptionalValue<double>.Alone, (OptionalValue<double>)0.5];
        }

        if (type == typeof(IReadOnlyList<long>) || type == typeof(IReadOnlyList<double>))
        {
            return type == typeof(IReadOnlyList<long>) ? [(IReadOnlyList<long>)[1, 2]] : [(IReadOnlyList<double>)[0.5, 2]];
        }

        if (type == typeof(OptionalValue))
        {
            return [OptionalValue.Alone, (OptionalValue)"value"];
        }

        if (type == typeof(IReadOnlyList<OptionalValue>))
        {
            return [(IReadOnlyList<OptionalValue>)[OptionalValue.Alone, "value"]];
        }

        if (type == typeof(IReadOnlyList<IReadOnlyList<string>>))
        {
            return [(IReadOnlyList<IReadOnlyList<string>>)[["a"], ["b"]], (IReadOnlyList<IReadOnlyList<string>>)[["a", "b"], ["c", "d"]]];
        }

        return type == typeof(string)
            ? ["value", "with space", ""]
            : [(IReadOnlyList<string>)["a"], (IReadOnlyList<string>)["a", "b"], (IReadOnlyList<string>)["a", "b", "c"]];
    }

    /// <summary>Returns the arguments of an instance with these properties, or the message of its exception.</summary>
    public static IReadOnlyList<string> Arguments(Type type, params IEnumerable<(string Property, object Value)> values)
    {
        var command = RuntimeHelpers.GetUninitializedObject(type);
        type.GetConstructor(Type.EmptyTypes)!.Invoke(command, null);
        foreach (var (property, value) in values)
        {
            var target = type.GetProperty(property)!;
            target.SetValue(command, target.PropertyType == typeof(OneOrMany<string>) && value is string text ? (OneOrMany<string>)text : value);
        }

        try
        {
            return ((ICommand)command).ToArguments();
        }
        catch (ArgumentException error)
        {
            return ["!" + error.GetType().Name];
        }
    }

    /// <summary>The properties that are options and arguments.</summary>
    public static IReadOnlyList<PropertyInfo> Properties(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "Parent" && property.CanWrite)];
}
