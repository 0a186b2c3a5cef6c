using TypedExec;

namespace TypedExecConsole;

/// <summary>A program as a class: replace it with the one that you want to run.</summary>
[Command("dotnet")]
public partial class DotNet
{
    /// <summary>Lists the SDKs that are installed.</summary>
    [Option("--list-sdks")]
    public bool ListSdks { get; init; }

    /// <summary>A subcommand: <c>new DotNet.Build { Configuration = "Release" }</c>.</summary>
    [Subcommand("build")]
    public partial class Build
    {
        /// <summary>The configuration to build.</summary>
        [Option("--configuration", Short = "-c")]
        public string? Configuration { get; init; }

        /// <summary>The project, or the folder of one.</summary>
        [Argument(0)]
        public string? Project { get; init; }
    }
}
