namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary>A rival that only runs programs and captures what they write.</summary>
internal abstract class CaptureOnlyRival : IRival
{
    public abstract Task CaptureAsync(string file, string[] args);

    public void CaptureSync(string file, string[] args) => throw new NotSupportedException();

    public Task<long> CaptureStringAsync(string file, string[] args) => throw new NotSupportedException();

    public Task<long> CaptureBytesAsync(string file, string[] args) => throw new NotSupportedException();

    public Task<long> DropAsync(string file, string[] args) => throw new NotSupportedException();

    public Task<long> CountLinesAsync(string file, string[] args) => throw new NotSupportedException();

    public Task<long> CountThroughPipelineAsync(string[] headArgs) => throw new NotSupportedException();

    public Task<byte[]> WaitForExitAsync(string file, string[] args) => throw new NotSupportedException();
}
