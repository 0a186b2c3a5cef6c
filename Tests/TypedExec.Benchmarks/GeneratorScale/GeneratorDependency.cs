using System.Runtime.Loader;

namespace TypedExec.Benchmarks.GeneratorScale;

/// <summary>
/// Finds the assembly that the generator needs. It is next to this program, but the generator's project passes it to compilers only,
/// so .NET doesn't look for it here.
/// </summary>
internal static class GeneratorDependency
{
    public static void Resolve() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };
}
