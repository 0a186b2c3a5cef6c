using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedExec.TestProgram;

/// <summary>
/// Prints the IDs of a child that is run with a user ID and a group ID, where "-" means none, or how that failed.
/// </summary>
internal static partial class StatusAs
{
    private const int PR_SET_DUMPABLE = 4;

    private static readonly string[] Lines = ["Uid:", "Gid:", "Groups:", "CapInh:", "CapPrm:", "CapEff:", "CapAmb:"];

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int operation, nint argument2, nint argument3, nint argument4, nint argument5);

    public static async Task<int> RunAsync(string uid, string gid, bool isUndumpable)
    {
        if (isUndumpable)
        {
            _ = ProcessControl(PR_SET_DUMPABLE, 0, 0, 0, 0);
        }

        try
        {
            var options = new ExecFileOptions { Uid = Parse(uid), Gid = Parse(gid) };
            var status = (await new Executable("cat").ExecFile(["/proc/self/status"], options)).Stdout;
            foreach (var line in status.Split('\n').Where(static line => Lines.Any(name => line.StartsWith(name, StringComparison.Ordinal))))
            {
                Console.WriteLine(string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
            }
        }
        catch (ExecException exception)
        {
            Console.WriteLine(exception.Message);
        }

        return 0;
    }

    private static uint? Parse(string id) => id == "-" ? null : uint.Parse(id, CultureInfo.InvariantCulture);
}
