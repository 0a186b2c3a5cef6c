namespace TypedExec.Children;

/// <summary>Copies between a child and a stream of the caller's that has no descriptor of its own (<c>Stdio.From(Stream)</c>).</summary>
internal static class StreamCopy
{
    /// <summary>Copies to the end. A failure of the caller's stream is reported; that the child stopped reading is none.</summary>
    public static async Task RunAsync(ChildInput? input, ChildOutput? output, Stream stream, Action<Exception> failed)
    {
        try
        {
            if (input is not null)
            {
                await FeedAsync(stream, input).ConfigureAwait(false);
            }
            else if (output is not null)
            {
                await output.CopyToAsync(stream).ConfigureAwait(false);
                await stream.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failed(exception);
        }
        finally
        {
            input?.CloseEnd();
            output?.CloseEnd();
        }
    }

    private static async Task FeedAsync(Stream stream, ChildInput input)
    {
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            try
            {
                await input.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
            }
            catch (IOException)
            {
                return;
            }
        }
    }
}
