namespace TypedExec.Benchmarks.Ipc;

/// <summary>Does what <c>child.js</c> does, in C#.</summary>
internal static class IpcChild
{
    public static async Task RunAsync(ParentChannel parent)
    {
        var left = 0;
        parent.Message += (_, e) =>
        {
            if (e.Value.TryGetProperty("count"u8, out var count))
            {
                left = count.GetInt32();
            }
            else if (left == 0 || --left == 0)
            {
                parent.Send(e.Value);
            }
        };
        await parent.WaitForDisconnectAsync();
    }
}
