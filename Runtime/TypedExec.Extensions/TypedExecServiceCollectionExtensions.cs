using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TypedExec;
using TypedExec.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that register TypedExec in a service collection.</summary>
public static class TypedExecServiceCollectionExtensions
{
    /// <summary>Logs each command that the process runs, and applies defaults and limits to all of them.</summary>
    /// <remarks>
    /// It takes effect when the host starts, or when a command registered with <c>AddCommand</c> is first resolved. Without a
    /// host, call <see cref="TypedExecServiceProviderExtensions.UseTypedExec"/>. It ends with the service provider.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options. By default, commands are only logged.</param>
    public static IServiceCollection AddTypedExec(this IServiceCollection services, Action<TypedExecOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(static service => service.ServiceType == typeof(CommandService)))
        {
            return services;
        }

        services.AddSingleton<IValidateOptions<TypedExecOptions>, TypedExecOptionsValidation>();
        // Several hosts in one process, as in tests, are distinguished by the call flow in which they were created.
        var place = CommandService.Reserve();
        services.AddSingleton(provider => new CommandService(place, provider));
        services.AddSingleton<IHostedService>(static provider => new CommandHost(provider.GetRequiredService<CommandService>()));
        return services;
    }

    /// <summary>
    /// Registers the generated implementation of a partial interface with <c>[Command]</c>:
    /// <c>services.AddCommand&lt;IGit&gt;()</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options, which are named options under the interface's full name. By default, there are none.</param>
    /// <typeparam name="T">The interface. Its generated <c>Create(ProcessOptions)</c> method creates the implementation.</typeparam>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> has no <c>Create(ProcessOptions)</c> method.</exception>
    public static IServiceCollection AddCommand<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        this IServiceCollection services, Action<CommandOptions>? configure = null)
        where T : class
    {
        var create = typeof(T).GetMethod("Create", BindingFlags.Public | BindingFlags.Static, [typeof(ProcessOptions)]);
        if (create is null || !typeof(T).IsAssignableFrom(create.ReturnType))
        {
            throw new ArgumentException(
                $"{typeof(T).Name} has no static method Create(ProcessOptions). It must be a partial interface with [Command].", nameof(T));
        }

        return services.AddCommand(options => (T)create.Invoke(null, [options])!, configure);
    }

    /// <summary>
    /// Registers the generated implementation of a partial interface with options given as one expression:
    /// <c>services.AddCommand&lt;IGit&gt;(o => o with { Cwd = "/srv" })</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Returns the options, based on those that were configured before.</param>
    /// <typeparam name="T">The interface. Its generated <c>Create(ProcessOptions)</c> method creates the implementation.</typeparam>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> has no <c>Create(ProcessOptions)</c> method.</exception>
    public static IServiceCollection AddCommand<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(
        this IServiceCollection services, Func<ProcessOptions, ProcessOptions> configure)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddCommand<T>(options => options.Defaults = configure(options.Defaults));
    }

    /// <summary>Registers a command service with your own factory, for a class or another implementation.</summary>
    /// <param name="services">The services.</param>
    /// <param name="create">Creates the service from its options.</param>
    /// <param name="configure">Configures the options. By default, there are none.</param>
    /// <typeparam name="T">The type of the service.</typeparam>
    public static IServiceCollection AddCommand<T>(
        this IServiceCollection services, Func<ProcessOptions, T> create, Action<CommandOptions>? configure = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        services.AddOptions();
        var name = typeof(T).FullName;
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        services.TryAddSingleton(provider =>
        {
            provider.GetService<CommandService>()?.Start();
            return create(provider.GetRequiredService<IOptionsMonitor<CommandOptions>>().Get(name).Defaults);
        });
        return services;
    }
}
