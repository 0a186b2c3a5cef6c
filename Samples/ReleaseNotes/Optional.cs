using TypedExec;

namespace ReleaseNotes;

/// <summary>A part that is skipped if its program isn't installed.</summary>
internal static class Optional
{
    public static async Task RunAsync(string program, Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (ExecException error) when (error.Code == "ENOENT")
        {
            Console.WriteLine($"  {program} is not installed: left out");
        }
    }
}
