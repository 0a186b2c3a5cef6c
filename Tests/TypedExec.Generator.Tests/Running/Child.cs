using Xunit;

namespace TypedExec.Generator.Tests.Running;

/// <summary>A real child process that returns its arguments.</summary>
internal static class Child
{
    /// <summary>Asserts that the argument lists of all cases, sent through one child, arrive unchanged.</summary>
    public static void Receives(IEnumerable<IReadOnlyList<string>> cases)
    {
        // A count before each case separates the cases.
        var sent = cases.SelectMany(static arguments => (string[])[$"{arguments.Count}", .. arguments]).ToArray();
        Assert.Equal(sent, Echo(sent));
    }

    private static string[] Echo(string[] arguments)
    {
        var output = new Executable("/usr/bin/printf").ExecFileSync([@"%s\0", .. arguments]).Stdout;
        Assert.EndsWith("\0", output, StringComparison.Ordinal);
        return output[..^1].Split('\0');
    }
}
