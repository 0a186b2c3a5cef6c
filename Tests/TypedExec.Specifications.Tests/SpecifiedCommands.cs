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
            type.GetProperty(property)!.SetValue(command, value);
        }

        return (ICommand)command;
    }

    public static IReadOnlyList<string> Arguments(Type type, params (string, object)[] values) => Make(type, values).ToArguments();

    public static string Error(Type type, params (string, object)[] values)
        => Assert.Throws<ArgumentException>(() => Make(type, values).ToArguments()).Message;

    public static string BuildError(Type type, params (string Property, object Value)[] values)
    {
        var builder = type.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        foreach (var (property, value) in values)
        {
            builder.GetType().GetMethod(property)!.Invoke(builder, [value]);
        }

        return Assert.IsType<ArgumentException>(
            Assert.Throws<TargetInvocationException>(() => builder.GetType().GetMethod("Build", [])!.Invoke(builder, null)).InnerException).Message;
    }
}
