using System.Buffers;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux;

/// <summary>Runs children to completion on the caller's thread with poll(2), without any other thread.</summary>
internal sealed unsafe class PollDriver(LinuxBackend backend, SyncPlan plan) : SyncDriver<PolledStage>(backend, plan)
{
    private const int ScratchSize = 64 * 1024;

    /// <summary>How many are waited for on the stack: those of eight captured children.</summary>
    private const int MostOnStack = 32;

    private PollDescriptor[] _descriptors = [];

    protected override PolledStage Start(StartRequest request, bool isFirst)
    {
        using var descriptors = ChildDescriptors.Open(request.Stdio);
        var stage = new PolledStage(
            LinuxBackend.Spawn(request, descriptors), request, descriptors, isFirst ? Plan.Input : default, Plan.MaxBuffer,
            this, Stages.Count);
        stage.WriteInput();
        return stage;
    }

    /// <summary>Without a pidfd, it can't wait for a deadline and the child's exit at the same time.</summary>
    protected override bool LooksForExit(PolledStage stage)
        => stage.HasUnseenExit
            && (Stages.Count > 1 || Plan.Timeout is not null || stage.ForceKill.IsSet || stage.Request.Options.StopLimits.DrainTimeout is not null);

    protected override void Wait(int milliseconds)
    {
        var size = 0;
        foreach (var stage in Stages)
        {
            size += stage.DescriptorCount;
        }

        if (size > MostOnStack && _descriptors.Length < size)
        {
            _descriptors = new PollDescriptor[size];
        }

        var descriptors = size > MostOnStack ? _descriptors : stackalloc PollDescriptor[MostOnStack];
        var count = 0;
        fixed (PollDescriptor* list = descriptors)
        {
            foreach (var stage in Stages)
            {
                count += stage.Fill(list + count);
            }

            if (count == 0 && milliseconds < 0 && Stages.Find(static stage => stage.HasUnseenExit) is { } unseen)
            {
                unseen.WaitForExit();
                OnExited(Stages.IndexOf(unseen));
                return;
            }

            _ = LibC.Poll(list, (nuint)count, milliseconds);
        }

        Serve(descriptors[..count]);
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i].TryReap())
            {
                OnExited(i);
            }
        }
    }

    private void Serve(ReadOnlySpan<PollDescriptor> descriptors)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchSize);
        foreach (var ready in descriptors)
        {
            for (var i = 0; ready.ReturnedEvents != 0 && i < Stages.Count; i++)
            {
                if (Stages[i].Serve(ready.Descriptor, scratch) is { } output)
                {
                    CheckCapture(i, output);
                }
            }
        }

        ArrayPool<byte>.Shared.Return(scratch);
    }
}
