using CsCheck;

namespace TypedExec.Remote.Tests.Support;

/// <summary>Values that a shell on the way would change if it saw them.</summary>
internal static class Hostile
{
    /// <summary>How many values a property test sends. TYPEDEXEC_REMOTE_VALUES=1000 is the long run.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("TYPEDEXEC_REMOTE_VALUES"), out var count) ? count : 100;

    /// <summary>Values travel in packs, as a connection or a container takes its time.</summary>
    private const int PackSize = 10;

    private static readonly string[] Parts =
    [
        "'", "\"", "`", "\\", "$", "$(id)", "${HOME}", "$'\\n'", "\n", "\r", "\t", " ", "  ", ";", "&", "&&", "|", "<", ">", "(", ")", "{a,b}", "[a-z]", "*", "?", "!", "!!",
        "~", "#", "%", "%s", "%PATH%", "^", "=", "-", "--", "-n", "--help", "a", "B", "0", "é", "漢字", "😀", "\u00a0", "\u202e", "\u0001", "\u001b[31m", "\u007f", "''", "'\\''", "\\n", "$$", "te_p",
    ];

    private static readonly Gen<string> Value = Gen.Int[0, Parts.Length - 1].Array[0, 8].Select(static parts => string.Concat(parts.Select(static part => Parts[part])));

    /// <summary>Values that were chosen: each of the parts alone, and the empty one.</summary>
    public static IReadOnlyList<string> Chosen { get; } = ["", .. Parts, "-x\n$(touch /tmp/typedexec-was-here)'\"", "  leading and trailing  "];

    /// <summary>The command that prints its arguments, each with a NUL after it.</summary>
    public static ICommand Print(IEnumerable<string> values) => new Executable("printf")[["%s\\0", .. values]];

    /// <summary>What it has printed.</summary>
    public static string[] Printed(ExecResult result) => result.Stdout.Split('\0')[..^1];

    /// <summary>Sends values by a way that commands take, and compares what arrives.</summary>
    public static async Task ArriveAsync(Func<ICommand, ICommand> via)
    {
        Assert.Equal(Chosen, Printed(await via(Print(Chosen)).ExecFile(new() { Timeout = Waiting.Bound })));
        await Value.Array[PackSize].SampleAsync(
            async values => Assert.Equal(values, Printed(await via(Print(values)).ExecFile(new() { Timeout = Waiting.Bound }))),
            iter: Count / PackSize,
            threads: 2,
            print: static values => string.Join(", ", values.Select(static value => string.Join(' ', value.Select(static c => ((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture))))));
        Assert.False(File.Exists("/tmp/typedexec-was-here"));
    }

    /// <summary>The same for the values of environment entries and the directory's name.</summary>
    public static async Task ArriveInEnvironmentAsync(Func<ICommand, ICommand> via, string? directory)
    {
        var environment = Chosen.Select(static (value, index) => (Name: $"TE_{index}", Value: value)).ToDictionary(static entry => entry.Name, static string? (entry) => entry.Value);
        var print = new Executable("sh")["-c", "pwd; i=0; while [ \"$i\" -lt \"$1\" ]; do eval \"printf '%s\\\\0' \\\"\\$TE_$i\\\"\"; i=$((i+1)); done", "sh", $"{Chosen.Count}"];
        var result = await via(print.WithOptions(new ProcessOptions { Env = environment, Cwd = directory })).ExecFile(new() { Timeout = Waiting.Bound });
        var (first, rest) = directory is null
            ? (null, result.Stdout[(result.Stdout.IndexOf('\n', StringComparison.Ordinal) + 1)..])
            : (result.Stdout[..directory.Length], result.Stdout[(directory.Length + 1)..]);
        Assert.Equal(directory, first);
        Assert.Equal(Chosen, rest.Split('\0')[..^1]);
    }
}
