using TypedExec.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>TypedExec in a program that has services and no host.</summary>
public static class TypedExecServiceProviderExtensions
{
    /// <summary>Begins what <c>AddTypedExec</c> has said. A host does it by itself when it starts.</summary>
    /// <param name="provider">The service provider.</param>
    /// <returns>The same provider.</returns>
    /// <exception cref="InvalidOperationException"><c>AddTypedExec</c> was not called.</exception>
    public static IServiceProvider UseTypedExec(this IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        provider.GetRequiredService<CommandService>().Start();
        return provider;
    }
}
