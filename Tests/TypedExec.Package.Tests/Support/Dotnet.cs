namespace TypedExec.Package.Tests.Support;

/// <summary>The command line of the .NET SDK, as far as the tests need it.</summary>
[Command("dotnet")]
internal sealed partial class Dotnet
{
    [Subcommand("new console")]
    internal sealed partial class NewConsole
    {
        [Option("--no-restore")] public bool NoRestore { get; init; }
        [Option("--name")] public string? Name { get; init; }
        [Option("--output")] public string? Output { get; init; }
    }

    [Subcommand("new")]
    internal sealed partial class New
    {
        [Argument(0)] public required string Template { get; init; }
        [Option("--name", Place = OptionPlace.AfterArguments)] public string? Name { get; init; }
        [Option("--output", Place = OptionPlace.AfterArguments)] public string? Output { get; init; }
        [Option("--skipRestore", Place = OptionPlace.AfterArguments)] public bool SkipRestore { get; init; }
        [Option("--debug:custom-hive", Place = OptionPlace.AfterArguments)] public string? CustomHive { get; init; }
    }

    [Subcommand("new install")]
    internal sealed partial class NewInstall
    {
        [Argument(0)] public required string Package { get; init; }
        [Option("--debug:custom-hive")] public string? CustomHive { get; init; }
    }

    [Subcommand("add package")]
    internal sealed partial class AddPackage
    {
        [Option("--version")] public string? Version { get; init; }
        [Argument(0)] public required string Package { get; init; }
    }

    [Subcommand("run")]
    internal sealed partial class Run
    {
        [Option("--project")] public string? Project { get; init; }
        [Argument(0)] public string? File { get; init; }
    }

    [Subcommand("build")]
    internal sealed partial class Build
    {
        [Option("--configuration")] public string? Configuration { get; init; }
        [Option("--artifacts-path")] public string? ArtifactsPath { get; init; }
        [Option("-p:", Separator = "")] public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
        [Argument(0)] public string? Project { get; init; }
    }

    [Subcommand("pack")]
    internal sealed partial class Pack
    {
        [Option("--output")] public string? Output { get; init; }
        [Option("--artifacts-path")] public string? ArtifactsPath { get; init; }
        [Option("-p:", Separator = "")] public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
        [Argument(0)] public string? Project { get; init; }
    }

    [Subcommand("publish")]
    internal sealed partial class Publish
    {
        [Option("--use-current-runtime")] public bool UseCurrentRuntime { get; init; }
        [Option("--output")] public string? Output { get; init; }
        [Option("--artifacts-path")] public string? ArtifactsPath { get; init; }
        [Option("-p:", Separator = "")] public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
        [Argument(0)] public string? Project { get; init; }
    }

    [Subcommand("format analyzers")]
    internal sealed partial class FormatAnalyzers
    {
        [Option("--no-restore")] public bool NoRestore { get; init; }
        [Option("--severity")] public string? Severity { get; init; }
        [Option("--diagnostics")] public string? Diagnostics { get; init; }
    }

    [Subcommand("tool install")]
    internal sealed partial class ToolInstall
    {
        [Option("--tool-path")] public string? ToolPath { get; init; }
        [Argument(0)] public required string Package { get; init; }
    }

    [Subcommand("msbuild")]
    internal sealed partial class MSBuild
    {
        [Option("-getProperty", Separator = ":")] public string? GetProperty { get; init; }
        [Option("-p:", Separator = "")] public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
        [Argument(0)] public string? Project { get; init; }
    }
}
