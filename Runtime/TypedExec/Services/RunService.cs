namespace TypedExec.Services;

/// <summary>
/// What a service says about all its runs: defaults, limits, a log. A companion package fills it in; without one there is none.
/// </summary>
internal sealed class RunService
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<Place?> OfFlow = new();
    private static readonly List<RunService> Installed = [];
    private static volatile RunService? s_latest;

    /// <summary>The service of this call flow: of the place that was made in it, else the one that was installed last; or null.</summary>
    public static RunService? Current => s_latest is { } latest ? OfFlow.Value?.Service ?? latest : null;

    /// <summary>The options of runs that do not say otherwise, below those of the command and its class.</summary>
    public ProcessOptions? Defaults { get; init; }

    /// <summary>The default of <see cref="CaptureOptions.MaxBuffer"/>.</summary>
    public long? MaxBuffer { get; init; }

    /// <summary>How many children may run at once; null for any number.</summary>
    public IChildSlots? Slots { get; init; }

    /// <summary>How many bytes may be captured at once; null for any number.</summary>
    public CaptureBudget? Budget { get; init; }

    public IChildLog? Log { get; init; }

    /// <summary>Marks this call flow as that of a service that may be installed later, so that services in one process keep apart.</summary>
    public static Place Reserve()
    {
        var place = new Place();
        OfFlow.Value = place;
        return place;
    }

    /// <summary>Where the service of a call flow is.</summary>
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
