using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TypedExec.Services;

namespace TypedExec.Extensions;

/// <summary>Applies a service's settings to its commands for as long as its provider exists.</summary>
internal sealed class CommandService(RunService.Place place, IServiceProvider provider) : IDisposable
{
    private readonly Lock _gate = new();
    private ChildSlots? _slots;
    private bool _isStarted;

    /// <summary>Marks the caller's call flow as that of a service.</summary>
    public static RunService.Place Reserve() => RunService.Reserve();

    /// <summary>Starts the service. Calling it again has no effect.</summary>
    /// <exception cref="OptionsValidationException">An option is invalid.</exception>
    public void Start()
    {
        lock (_gate)
        {
            if (_isStarted)
            {
                return;
            }

            _isStarted = true;
        }

        var options = provider.GetRequiredService<IOptions<TypedExecOptions>>().Value;
        var logger = provider.GetService<ILoggerFactory>()?.CreateLogger(CommandLog.Category) ?? NullLogger.Instance;
        _slots = options.MaxConcurrent is { } max ? new ChildSlots(max, options.QueueLimit) : null;
        place.Install(new RunService
        {
            Defaults = options.Defaults,
            MaxBuffer = options.MaxBuffer,
            Slots = _slots,
            Budget = options.MaxCapturedBytes is { } bytes ? new CaptureBudget(bytes) : null,
            Log = new CommandLog(logger),
        });
    }

    public void Dispose()
    {
        place.Remove();
        _slots?.Dispose();
    }
}
