namespace TypedExec.Generator.Tests.Grammar;

// Option sets and commands that derive from commands, as a user would declare them.

[OptionSet]
internal abstract class ClusterOptions
{
    [Option("--kubeconfig")] public FileInfo? Kubeconfig { get; init; }
    [Option("--namespace", Short = "-n")] public string? Namespace { get; init; }
}

[OptionSet]
internal interface IOutputOptions
{
    [Option("--output", Separator = "=")] string? Output { get; }
    [Option("--quiet")] bool Quiet { get; }
}

[Command("kubectl")]
internal static partial class Kubectl
{
    [Subcommand("get")]
    internal sealed partial class Get : ClusterOptions, IOutputOptions
    {
        public string? Output { get; init; }
        public bool Quiet { get; set; }
        [Option("--watch")] public bool Watch { get; init; }
        [Argument(0)] public IReadOnlyList<string> Resources { get; init; } = [];
    }

    [Subcommand("apply")]
    internal sealed partial class Apply : ClusterOptions, IOutputOptions
    {
        [Option("-o")] public string? Output { get; init; }
        public bool Quiet { get; init; }
        [Option("--filename")] public required string File { get; init; }
    }
}

[Command("base")]
internal partial class Base
{
    [Option("--a")] public string? A { get; set; }
    [Option("--req")] public required string Required { get; set; }
    [Argument(0)] public string? File { get; set; }
}

[Command("derived")]
internal partial class Derived : Base
{
    [Option("--b")] public string? B { get; set; }
    [Argument(1)] public string? Other { get; set; }
}

[Command("first")]
internal partial record First
{
    [Option("--a")] public string? A { get; init; }
    [Option("--shared")] public virtual string? Shared { get; init; }
}

[Command("second")]
internal partial record Second : First
{
    [Option("--b")] public string? B { get; init; }
    [Option("--other")] public override string? Shared { get; init; }
}

[Command("az")]
internal partial class Az
{
    [Option("--output", Place = OptionPlace.AfterSubcommand)] public string? Output { get; init; }
    [Option("--debug")] public bool Debug { get; init; }
    [Option("--last", Place = OptionPlace.AfterArguments)] public bool Last { get; init; }

    [Subcommand("vm")]
    internal partial class Vm
    {
        [Option("--group", Place = OptionPlace.AfterSubcommand)] public string? Group { get; init; }

        [Subcommand("list")]
        internal sealed partial class List
        {
            [Option("--show-details")] public bool ShowDetails { get; init; }
            [Argument(0)] public string? Name { get; init; }
        }
    }
}
