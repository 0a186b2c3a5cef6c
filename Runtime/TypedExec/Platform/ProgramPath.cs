using TypedExec.Platform.Portable;
using TypedExec.Platform.Windows;
using TypedExec.Requests;

namespace TypedExec.Platform;

/// <summary>Finds a program without starting it.</summary>
internal static class ProgramPath
{
    /// <summary>Returns the full path, or null.</summary>
    public static string? Find(string fileName)
    {
        var request = RequestFactory.Create(new Invocation(fileName, [], []), new RunOptions(new ProcessOptions()));
        try
        {
            return OperatingSystem.IsWindows()
                ? WindowsProgramSearch.Find(request, new WindowsEnvironment(request.Environment))
                : ProgramSearch.Find(request);
        }
        catch (SpawnFailureException)
        {
            return null;
        }
    }
}
