#!/usr/bin/env dotnet
#:package TypedExec@TYPEDEXEC_VERSION

using TypedExec;

// dotnet --list-sdks
var result = await new DotNet { ListSdks = true }.ExecFile();
foreach (var sdk in result.StdoutLines)
{
    Console.WriteLine($"SDK {sdk}");
}

/// <summary>A program as a class: replace it with the one that you want to run.</summary>
[Command("dotnet")]
public partial class DotNet
{
    /// <summary>Lists the SDKs that are installed.</summary>
    [Option("--list-sdks")]
    public bool ListSdks { get; init; }
}
