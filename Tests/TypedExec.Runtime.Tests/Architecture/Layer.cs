namespace TypedExec.Tests.Architecture;

/// <summary>A layer of the runtime: namespaces, and the public types that belong to them.</summary>
/// <param name="Namespaces">The namespaces, without the root.</param>
/// <param name="PublicTypes">Public types of the root namespace.</param>
internal sealed record Layer(string[] Namespaces, params string[] PublicTypes)
{
    /// <summary>
    /// Gets the layers from bottom to top, as drawn in docs/architecture.md. Everything that isn't listed is a verb, at the top.
    /// </summary>
    public static Layer[] All { get; } =
    [
        new(["Stopping"], "Signal", "ExitStatus", "Serialization"),
        new(["Events"]),
        new(
            ["Requests", "Shells", "Services"],
            "Stdio", "TerminalSize", "ShellCommand", "ProcessInput", "ICommand", "Generated.CommandArguments", "Generated.IOptionGroup", "Generated.InvariantText", "ShellQuoting", "ProcessOptions", "CaptureOptions", "SpawnOptions",
            "SpawnSyncOptions", "ExecOptions", "ExecFileOptions", "ForkOptions", "ExecException", "ExecCanceledException", "Output", "OptionalValue", "OptionalValue`1", "OneOrMany", "OneOrMany`1", "Generated.ISpecifiedCommand"),
        new(["IO"], "ChildInput", "ChildOutput", "ChildDuplex", "DataEventArgs", "Utf8LineReader", "OutputLine"),
        new(["Telemetry"]),
        new(["Platform"]),
        new(["Ipc"], "MessageEventArgs", "MessageEventArgs`1", "Undefined"),
        new(["Terminals"], "ChildTerminal", "TerminalMatch"),
        new(["Children"], "ChildProcess", "ExitedEventArgs", "ProcessErrorEventArgs"),
        new(
            ["Running"],
            "ChildPipeline", "Execution", "ExecResult", "PipelineExecution", "PipelineResult", "PipelineStatus", "StageResult", "SpawnSyncResult"),
    ];

    /// <summary>Gets the folders of Platform that are backends. They don't depend on each other.</summary>
    public static string[] Backends { get; } = ["Linux", "Portable", "Windows"];

    /// <summary>The folder of Platform with the .NET streams that Portable and Windows share. It depends on neither.</summary>
    public const string SharedByBackends = "Managed";

    /// <summary>Gets values whose methods are verbs: code that creates a request from one uses it, but calls none of them.</summary>
    public static IReadOnlySet<string> ValuesWithVerbs { get; } = new HashSet<string> { "Executable", "Pipeline", "Shell" };

    /// <summary>The layer of a type, counted from the bottom; the number of layers for a verb, and null for what may be seen from anywhere.</summary>
    /// <param name="fullName">The type's name with its namespace; nested types count as the one around them.</param>
    /// <param name="root">The root namespace.</param>
    public static int? IndexOf(string fullName, string root)
    {
        if (!fullName.StartsWith(root + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var name = fullName[(root.Length + 1)..].Split('+', '/', '<')[0];
        if (ValuesWithVerbs.Contains(name))
        {
            return null;
        }

        var index = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && !All.Any(layer => layer.PublicTypes.Contains(name))
            ? Array.FindIndex(All, layer => layer.Namespaces.Contains(name[..dot]))
            : Array.FindIndex(All, layer => layer.PublicTypes.Contains(name));
        return index < 0 ? All.Length : index;
    }

    /// <summary>Whether a type is in a folder of Platform.</summary>
    /// <param name="fullName">The type's name with its namespace.</param>
    /// <param name="root">The root namespace.</param>
    /// <param name="folder">The folder.</param>
    public static bool IsOfBackend(string fullName, string root, string folder)
        => fullName.StartsWith($"{root}.Platform.{folder}.", StringComparison.Ordinal);
}
