using TypedExec.IO;
using TypedExec.Requests;

namespace TypedExec.Platform.Portable;

/// <summary>
/// Children by <see cref="System.Diagnostics.Process"/>: for macOS and the other Unix systems, and for Linux when the
/// environment variable <c>TYPEDEXEC_BACKEND</c> asks for it. See docs/portable.md.
/// </summary>
internal sealed class PortableBackend : IProcessBackend
{
    private readonly PortablePipelines _pipelines;

    public PortableBackend() => _pipelines = new PortablePipelines(this);

    public IPipelineBackend Pipelines => _pipelines;

    public void Check(StartRequest request) => PortableRefusals.Check(request);

    public StartedChild Start(StartRequest request) => PortableSpawn.Start(request);

    public SyncOutcome RunSync(StartRequest request, SyncLimits limits) => _pipelines.RunSync(request, limits);

    public (ReadPipe Output, WritePipe Input) OpenChannel(int descriptor) => ChannelSocket.Ends(descriptor);
}
