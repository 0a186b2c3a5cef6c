using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TypedExec.Tests;

/// <summary>A test method with one set of arguments.</summary>
internal sealed class Case(Type type, MethodInfo method, object?[] arguments)
{
    public string Name { get; } = arguments is [] ? $"{type.Name}.{method.Name}" : $"{type.Name}.{method.Name}({string.Join(", ", arguments)})";

    /// <summary>Every fact, and every theory with each of its inline data, in the order of their names.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The project roots its whole assembly.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The project roots its whole assembly.")]
    public static IEnumerable<Case> All()
        => from type in typeof(Case).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.IsDefined(typeof(FactAttribute), inherit: false)
           from arguments in Arguments(method)
           let found = new Case(type, method, arguments)
           orderby found.Name
           select found;

    private static IEnumerable<object?[]> Arguments(MethodInfo method)
        => method.IsDefined(typeof(TheoryAttribute), inherit: false)
            ? method.GetCustomAttributes<InlineDataAttribute>().Select(static attribute => attribute.Data)
            : [[]];

    [UnconditionalSuppressMessage("Trimming", "IL2077", Justification = "The project roots its whole assembly.")]
    public async Task RunAsync()
    {
        var instance = method.IsStatic ? null : Activator.CreateInstance(type);
        try
        {
            if (method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
            {
                await task;
            }
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
