namespace TypedExec.Benchmarks.Runtime;

/// <summary>A library that starts processes. A workload that it can't run throws <see cref="NotSupportedException"/>.</summary>
internal interface IRival
{
    /// <summary>Runs a program and captures both outputs as text; checks the exit code.</summary>
    Task CaptureAsync(string file, string[] args);

    void CaptureSync(string file, string[] args);

    /// <summary>Does the same as <see cref="CaptureAsync"/> with a child that is killed when this process exits.</summary>
    Task CaptureGuardedAsync(string file, string[] args) => throw new NotSupportedException();

    /// <summary>Captures stdout, to the length of its text.</summary>
    Task<long> CaptureStringAsync(string file, string[] args);

    /// <summary>Captures stdout, to the number of its bytes.</summary>
    Task<long> CaptureBytesAsync(string file, string[] args);

    /// <summary>Reads stdout and drops it, to the number of its bytes.</summary>
    Task<long> DropAsync(string file, string[] args);

    /// <summary>Counts the lines of stdout.</summary>
    Task<long> CountLinesAsync(string file, string[] args);

    /// <summary>Counts the lines of stdout, reading each as bytes or, if that isn't possible, as a string.</summary>
    Task<long> CountUtf8LinesAsync(string file, string[] args) => CountLinesAsync(file, args);

    /// <summary>Runs <c>head -c …M /dev/zero | cat | wc -c</c> and returns what it prints.</summary>
    Task<long> CountThroughPipelineAsync(string[] headArgs);

    /// <summary>Returns stdout as soon as the child has exited.</summary>
    Task<byte[]> WaitForExitAsync(string file, string[] args);
}
