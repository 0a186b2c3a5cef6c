namespace TypedExec;

/// <summary>
/// Makes a partial class a command: the generator gives it <c>Spawn</c>, <c>Exec</c>, <c>ExecFile</c> and their
/// <c>Sync</c> twins, with argument arrays as static methods and with the class's own
/// <see cref="OptionAttribute">options</see> and <see cref="ArgumentAttribute">arguments</see> as instance methods. A partial
/// interface gets a static <c>Create</c>, which returns an implementation of its <see cref="RunAttribute">[Run]</see> methods.
/// </summary>
/// <param name="fileName">
/// The program: a name that is looked up on the child's PATH, or a path. Never empty.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class CommandAttribute(string fileName) : Attribute
{
    /// <summary>The program: a name that is looked up on the child's PATH, or a path.</summary>
    public string FileName { get; } = fileName;

    /// <summary>
    /// Whether the program speaks Node's IPC protocol, so that the class also gets <c>Fork</c>. Default: false.
    /// </summary>
    public bool Fork { get; set; }

    /// <summary>
    /// A file that tells all options, arguments and subcommands of the program, in the shape of Fig's completion specs: the
    /// generator gives the class a property for each and a nested class for each subcommand. It is one of the project's
    /// <c>AdditionalFiles</c>, named by the end of its path: <c>"docker.json"</c>, <c>"specs/docker.json"</c>. Default: null,
    /// the class has what it declares itself.
    /// </summary>
    public string? Specification { get; set; }

    /// <summary>The exit codes that are no failure, such as grep's 1 for "no match": <c>[0, 1]</c>. Default: 0 alone.</summary>
    public int[]? SuccessExitCodes { get; set; }
}
