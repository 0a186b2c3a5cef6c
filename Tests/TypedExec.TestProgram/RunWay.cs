using System.Globalization;
using TypedExec.TestProgram.Ways;

namespace TypedExec.TestProgram;

/// <summary>Runs one command in one way, with a time limit, and prints what the caller gets.</summary>
internal static class RunWay
{
    public static async Task<int> RunAsync(string name, string signalled, string milliseconds, string[] command)
    {
        var line = new CommandLine(command[0], command[1..]);
        var options = new ExecFileOptions
        {
            Input = "",
            KillDescendants = signalled != "child",
            KillOnParentExit = signalled == "watched-group",
            Timeout = TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture)),
        };
        var seen = await Way.All.Single(way => way.Name == name)
            .RunAsync(new Run(line, new CommandLine("sleep", "60") | line, options));
        Console.WriteLine(seen.Reason);
        return 0;
    }
}
