
namespace TypedExec.Generator.Emit;

/// <summary>The instance members, which run the command with its own options and arguments.</summary>
internal static class InstanceForms
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";

    public static void Write(SourceWriter writer, CommandModel command)
    {
        if (command.Emits(MemberSet.SpawnInstance))
        {
            writer.Line($"""

                /// <summary>Starts this command.</summary>
                public global::TypedExec.ChildProcess Spawn(global::TypedExec.SpawnOptions? options = null, {Cancellation})
                    => global::TypedExec.CommandExtensions.Spawn(this, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.SpawnSyncInstance))
        {
            writer.Line("""

                /// <summary>Runs this command and blocks until it has ended.</summary>
                public global::TypedExec.SpawnSyncResult SpawnSync(global::TypedExec.SpawnSyncOptions? options = null)
                    => global::TypedExec.CommandExtensions.SpawnSync(this, options);
                """);
        }

        if (command.Emits(MemberSet.ExecFileInstance))
        {
            writer.Line($"""

                /// <summary>Runs this command and captures its output.</summary>
                public global::TypedExec.Execution ExecFile(global::TypedExec.ExecFileOptions? options = null, {Cancellation})
                    => global::TypedExec.CommandExtensions.ExecFile(this, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecFileSyncInstance))
        {
            writer.Line("""

                /// <summary>Runs this command, captures its output and blocks until it has ended.</summary>
                public global::TypedExec.ExecResult ExecFileSync(global::TypedExec.ExecFileOptions? options = null)
                    => global::TypedExec.CommandExtensions.ExecFileSync(this, options);
                """);
        }

        if (command.Emits(MemberSet.ExecInstance))
        {
            writer.Line($"""

                /// <summary>Runs this command in a shell, its arguments quoted for it.</summary>
                public global::TypedExec.Execution Exec(global::TypedExec.ExecOptions? options = null, {Cancellation})
                    => global::TypedExec.CommandExtensions.Exec(this, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecSyncInstance))
        {
            writer.Line("""

                /// <summary>As <c>Exec</c>, but blocks until the shell has ended.</summary>
                public global::TypedExec.ExecResult ExecSync(global::TypedExec.ExecOptions? options = null)
                    => global::TypedExec.CommandExtensions.ExecSync(this, options);
                """);
        }

        if (command.Emits(MemberSet.Text))
        {
            writer.Line("""

                /// <summary>The command line, quoted for a POSIX shell, secrets masked.</summary>
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

                /// <summary>The outer command, whose options go before this subcommand.</summary>
                public {{parent}}? Parent { get; init; }
                """);
        }
    }
}
