using Microsoft.Extensions.Hosting;

namespace TypedExec.Extensions;

/// <summary>Begins before any other hosted service, which may run commands while it starts.</summary>
internal sealed class CommandHost(CommandService service) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        service.Start();
        return Task.CompletedTask;
    }

    /// <summary>For a host that knows no lifecycle.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        service.Start();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Others still stop, and may run commands; it ends with the provider.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
