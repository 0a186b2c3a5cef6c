namespace TypedExec.Remote;

/// <summary>The result of a command on one host of a <see cref="Fleet"/>.</summary>
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

    /// <summary>Gets the host that the command ran on.</summary>
    public Ssh Host { get; }

    /// <summary>Gets the command's result, or null if it failed.</summary>
    public ExecResult? Result { get; }

    /// <summary>Gets the failure, which is a <see cref="CarrierException"/> if the host couldn't be reached, or null on success.</summary>
    public ExecException? Error { get; }

    /// <summary>Gets whether the command succeeded.</summary>
    public bool Success => Result is { Success: true };

    /// <summary>Returns the result, or throws if the command failed.</summary>
    /// <exception cref="ExecException">The command failed.</exception>
    public ExecResult EnsureSuccess() => Result is null ? throw Error! : Result.EnsureSuccess();

    /// <summary>Returns the host and how the command ended there.</summary>
    public override string ToString() => $"{Host.Host}: {(Result is { } result ? result.Status.ToString() : Error!.Message)}";
}
