using System.Reflection;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>Creates instances of generated classes by the names of their properties.</summary>
internal static class SpecifiedCommands
{
    public static ICommand Make(Type type, params (string Property, object Value)[] values)
    {
        var command = Activator.CreateInstance(type)!;
        foreach (var (property, value) in values)
        {
            var target = type.GetProperty(property)!;
            target.SetValue(command, Converted(target.PropertyType, value));
        }

        return (ICommand)command;
    }

    /// <summary>Converts a value as an assignment in C# does, one or several values to a <see cref="OneOrMany{T}"/>.</summary>
    private static object Converted(Type type, object value)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OneOrMany<>) ? type.GenericTypeArguments[0] : null;
        return item is null || type.IsInstanceOfType(value) ? value
            : value is Array ? typeof(SpecifiedCommands).GetMethod(nameof(Several), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [value])!
            : type.GetMethod("FromValue")!.Invoke(null, [value])!;
    }

    private static object Several<T>(T[] values)
        where T : notnull
        => OneOrMany.Create<T>(values);

    public static IReadOnlyList<string> Arguments(Type type, params (string, object)[] values) => Make(type, values).ToArguments();

    public static string Error(Type type, params (string, object)[] values)
        => Assert.Throws<ArgumentException>(() => Make(type, values).ToArguments()).Message;

    public static string BuildError(Type type, params (string Property, object Value)[] values)
    {
        var builder = type.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        foreach (var (property, value) in values)
        {
            var method = builder.GetType().GetMethod(property)!;
            method.Invoke(builder, [Converted(method.GetParameters()[0].ParameterType, value)]);
        }

        return Assert.IsType<ArgumentException>(
            Assert.Throws<TargetInvocationException>(() => builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)).InnerException).Message;
    }
}
