namespace TypedExec.Generator.Emit;

/// <summary>
/// Generates the instance members, which run the command with its own options and arguments. A command that derives from another
/// inherits those that run it, because they run any instance.
/// </summary>
internal static class InstanceForms
{
    private const string Cancellation = ", global::System.Threading.CancellationToken cancellationToken = default";
    private const string CancellationType = ", global::System.Threading.CancellationToken";

    private static readonly (MemberSet Member, string Result, string Name, string Options, bool IsCancelled)[] Forms =
    [
        (MemberSet.SpawnInstance, "global::TypedExec.ChildProcess", "Spawn", "global::TypedExec.SpawnOptions", true),
        (MemberSet.SpawnSyncInstance, "global::TypedExec.SpawnSyncResult", "SpawnSync", "global::TypedExec.SpawnSyncOptions", false),
        (MemberSet.ExecFileInstance, "global::TypedExec.Execution", "ExecFile", "global::TypedExec.ExecFileOptions", true),
        (MemberSet.ExecFileSyncInstance, "global::TypedExec.ExecResult", "ExecFileSync", "global::TypedExec.ExecFileOptions", false),
        (MemberSet.ExecInstance, "global::TypedExec.Execution", "Exec", "global::TypedExec.ExecOptions", true),
        (MemberSet.ExecSyncInstance, "global::TypedExec.ExecResult", "ExecSync", "global::TypedExec.ExecOptions", false),
    ];

    public static void Write(SourceWriter writer, CommandModel command)
    {
        foreach (var (member, result, name, options, isCancelled) in Forms)
        {
            if (command.Emits(member) && !command.Has(CommandTraits.DerivesFromCommand))
            {
                writer.Line($"""

                    /// <inheritdoc cref="global::TypedExec.CommandExtensions.{name}(global::TypedExec.ICommand, {options}?{(isCancelled ? CancellationType : "")})"/>
                    public {result} {name}({options}? options = null{(isCancelled ? Cancellation : "")})
                        => global::TypedExec.CommandExtensions.{name}(this, options{(isCancelled ? ", cancellationToken" : "")});
                    """);
            }
        }

        if (command.Emits(MemberSet.Text) && (command.Has(CommandTraits.Record) || !command.Has(CommandTraits.DerivesFromCommand)))
        {
            writer.Line("""

                /// <summary>Returns the command line, quoted for a POSIX shell and with secrets masked.</summary>
                public override string ToString()
                    => global::TypedExec.CommandExtensions.ToCommandLine(this);
                """);
        }

        if (command.Emits(MemberSet.File))
        {
            writer.Line($"""

                string global::TypedExec.ICommand.FileName => {new Literal(command.File)};
                """);
        }

        if (command.SuccessExitCodes.Count > 0)
        {
            writer.Line("""

                global::TypedExec.ProcessOptions? global::TypedExec.ICommand.Defaults => s_executable.Defaults;
                """);
        }

        if (command.Parent is { } parent && command.Emits(MemberSet.Parent))
        {
            writer.Line($$"""

                /// <summary>Gets or sets the outer command, whose options come before this subcommand.</summary>
                public {{parent}}? Parent { get; init; }
                """);
        }
    }
}
