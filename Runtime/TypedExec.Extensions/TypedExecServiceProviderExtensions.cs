using TypedExec.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides an extension method that activates TypedExec in a program that has services but no host.</summary>
public static class TypedExecServiceProviderExtensions
{
    /// <summary>Activates the settings of <c>AddTypedExec</c>. A host does this when it starts.</summary>
    /// <param name="provider">The service provider.</param>
    /// <returns>The same provider.</returns>
    /// <exception cref="InvalidOperationException"><c>AddTypedExec</c> wasn't called.</exception>
    public static IServiceProvider UseTypedExec(this IServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        provider.GetRequiredService<CommandService>().Start();
        return provider;
    }
}
