namespace TypedExec;

/// <summary>Marks a partial class as a command.</summary>
/// <remarks>
/// The generator adds <c>Spawn</c>, <c>Exec</c>, <c>ExecFile</c> and their <c>Sync</c> counterparts: static methods that take
/// an argument array, and instance methods that use the class's own <see cref="OptionAttribute">options</see> and
/// <see cref="ArgumentAttribute">arguments</see>. A partial interface gets a static <c>Create</c> method, which returns an
/// implementation of its <see cref="RunAttribute">[Run]</see> methods.
/// </remarks>
/// <param name="fileName">The program: a name that is looked up on the child's PATH, or a path. It must not be empty.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class CommandAttribute(string fileName) : Attribute
{
    /// <summary>Gets the program: a name that is looked up on the child's PATH, or a path.</summary>
    public string FileName { get; } = fileName;

    /// <summary>
    /// Gets or sets a value that indicates whether the program supports Node's IPC protocol, so that the class also gets
    /// <c>Fork</c>. The default is false.
    /// </summary>
    public bool Fork { get; set; }

    /// <summary>
    /// Gets or sets the file that describes the program's options, arguments and subcommands in the format of Fig's completion
    /// specs.
    /// </summary>
    /// <remarks>
    /// The generator adds a property for each option and argument, and a nested class for each subcommand. The file is one of
    /// the project's <c>AdditionalFiles</c> and is named by the end of its path, with or without <c>.json</c>, such as
    /// <c>"docker"</c> or <c>"specs/docker.json"</c>. If the project has no such file, the one of that name in the package
    /// TypedExec.Specifications is used. The default is null: the class has only the members that it declares.
    /// </remarks>
    public string? Specification { get; set; }

    /// <summary>
    /// Gets or sets the exit codes that count as success, such as <c>[0, 1]</c> for grep, which exits with 1 when nothing
    /// matches. By default, only 0 does.
    /// </summary>
    public int[]? SuccessExitCodes { get; set; }
}
