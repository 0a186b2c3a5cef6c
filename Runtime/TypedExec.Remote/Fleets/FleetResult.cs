namespace TypedExec.Remote;

/// <summary>What became of a command on one host of a <see cref="Fleet"/>.</summary>
public sealed class FleetResult
{
    internal FleetResult(Ssh host, ExecResult result)
    {
        Host = host;
        Result = result;
    }

    internal FleetResult(Ssh host, ExecException error)
    {
        Host = host;
        Error = error;
    }

    /// <summary>The host.</summary>
    public Ssh Host { get; }

    /// <summary>The command's result; null where it failed.</summary>
    public ExecResult? Result { get; }

    /// <summary>Why it failed: a <see cref="CarrierException"/> where the host could not be reached; null where it did not fail.</summary>
    public ExecException? Error { get; }

    /// <summary>Whether the command did what it was run for.</summary>
    public bool Success => Result is { Success: true };

    /// <summary>The result.</summary>
    /// <exception cref="ExecException">It failed.</exception>
    public ExecResult EnsureSuccess() => Result is null ? throw Error! : Result.EnsureSuccess();

    /// <summary>The host and how the command ended there.</summary>
    public override string ToString() => $"{Host.Host}: {(Result is { } result ? result.Status.ToString() : Error!.Message)}";
}
