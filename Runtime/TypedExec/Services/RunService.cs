namespace TypedExec.Services;

/// <summary>
/// The settings of a service for all its runs: defaults, limits, a log. A companion package provides it; without one there is
/// none.
/// </summary>
internal sealed class RunService
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<Place?> OfFlow = new();
    private static readonly List<RunService> Installed = [];
    private static volatile RunService? s_latest;

    /// <summary>Gets the service of this call flow, or the service that was installed last, or null.</summary>
    public static RunService? Current => s_latest is { } latest ? OfFlow.Value?.Service ?? latest : null;

    /// <summary>Gets the default options of runs, which those of the command and its class override.</summary>
    public ProcessOptions? Defaults { get; init; }

    /// <summary>Gets the default of <see cref="CaptureOptions.MaxBuffer"/>.</summary>
    public long? MaxBuffer { get; init; }

    /// <summary>Gets the limit on the number of running children, or null.</summary>
    public IChildSlots? Slots { get; init; }

    /// <summary>Gets the limit on the number of captured bytes, or null.</summary>
    public CaptureBudget? Budget { get; init; }

    public IChildLog? Log { get; init; }

    /// <summary>
    /// Marks this call flow as that of a service that may be installed later, so that several services in one process stay
    /// separate.
    /// </summary>
    public static Place Reserve()
    {
        var place = new Place();
        OfFlow.Value = place;
        return place;
    }

    /// <summary>Holds the service of a call flow.</summary>
    internal sealed class Place
    {
        public RunService? Service { get; private set; }

        public void Install(RunService service)
        {
            lock (Gate)
            {
                Remove();
                Service = service;
                Installed.Add(service);
                s_latest = service;
            }
        }

        public void Remove()
        {
            lock (Gate)
            {
                if (Service is not null)
                {
                    Installed.Remove(Service);
                    Service = null;
                    s_latest = Installed is [.., var latest] ? latest : null;
                }
            }
        }
    }
}
