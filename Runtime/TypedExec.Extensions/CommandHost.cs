using Microsoft.Extensions.Hosting;

namespace TypedExec.Extensions;

/// <summary>Starts before all other hosted services, which may run commands while they start.</summary>
internal sealed class CommandHost(CommandService service) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        service.Start();
        return Task.CompletedTask;
    }

    /// <summary>For a host that doesn't support the lifecycle interface.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        service.Start();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Does nothing, because other services may still run commands while they stop. The service ends with the provider.
    /// </summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
