namespace TypedExec.Platform.Linux;

/// <summary>What a sync call waits for with poll(2), of one child.</summary>
internal static unsafe class PollList
{
    /// <summary>Fills in the descriptors that are there, those that are not being negative, and gives their number.</summary>
    /// <param name="list">Room for all of them.</param>
    /// <param name="input">The parent's end of the child's stdin.</param>
    /// <param name="outputs">Its ends of the outputs.</param>
    /// <param name="exit">What tells of the child's end.</param>
    public static int Fill(PollDescriptor* list, int input, ReadOnlySpan<int> outputs, int exit)
    {
        var count = 0;
        if (input >= 0)
        {
            list[count++] = new PollDescriptor { Descriptor = input, Events = Constants.POLLOUT };
        }

        foreach (var output in outputs)
        {
            if (output >= 0)
            {
                list[count++] = new PollDescriptor { Descriptor = output, Events = Constants.POLLIN };
            }
        }

        if (exit >= 0)
        {
            list[count++] = new PollDescriptor { Descriptor = exit, Events = Constants.POLLIN };
        }

        return count;
    }
}
