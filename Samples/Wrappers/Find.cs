using TypedExec;

namespace Wrappers;

/// <summary>find: the paths, then an expression whose meaning depends on its order.</summary>
[Command("find")]
public sealed partial class Find
{
    [Option("-L")] public bool FollowLinks { get; init; }
    [Argument(0)] public IReadOnlyList<string> Paths { get; init; } = [];
    [Argument(1)] public IReadOnlyList<AnyOf<Test, Operator, Execute>> Expression { get; init; } = [];

    /// <summary>A condition, or an action without a command.</summary>
    [OptionGroup]
    public sealed partial class Test
    {
        [Option("-maxdepth")] public int? MaxDepth { get; init; }
        [Option("-name")] public string? Name { get; init; }
        [Option("-path")] public string? Path { get; init; }
        [Option("-type", Join = ",")] public IReadOnlyList<Kind> Types { get; init; } = [];
        [Option("-size")] public string? Size { get; init; }
        [Option("-newermt")] public DateTime? NewerThan { get; init; }
        [Option("-empty")] public bool Empty { get; init; }
        [Option("-prune")] public bool Prune { get; init; }
        [Option("-print0")] public bool PrintZero { get; init; }
        [Option("-print")] public bool Print { get; init; }
        [Option("-delete")] public bool Delete { get; init; }
    }

    /// <summary>What combines the conditions.</summary>
    [OptionGroup]
    public sealed partial class Operator
    {
        public static readonly Operator Or = new() { IsOr = true };
        public static readonly Operator Not = new() { IsNot = true };
        public static readonly Operator Open = new() { IsOpen = true };
        public static readonly Operator Close = new() { IsClose = true };

        [Option("-o")] private bool IsOr { get; init; }
        [Option("!")] private bool IsNot { get; init; }
        [Option("(")] private bool IsOpen { get; init; }
        [Option(")")] private bool IsClose { get; init; }
    }

    /// <summary>A command for each file, or for many at once. <c>{}</c> in its arguments is the file.</summary>
    [OptionGroup]
    public sealed partial class Execute
    {
        [Argument(0, After = "-exec")] public required ICommand Command { get; init; }

        /// <summary><c>;</c> for one file at a time, <c>+</c> for many.</summary>
        [Argument(1)] public string End { get; init; } = ";";
    }

    public enum Kind
    {
        [EnumValue("f")] File,
        [EnumValue("d")] Directory,
        [EnumValue("l")] Link,
    }
}
