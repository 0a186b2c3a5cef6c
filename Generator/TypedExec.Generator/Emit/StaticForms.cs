
namespace TypedExec.Generator.Emit;

/// <summary>The static members, which take the arguments as an array.</summary>
internal static class StaticForms
{
    private const string List = "global::System.Collections.Generic.IEnumerable<string> args";
    private const string Span = "params global::System.ReadOnlySpan<string> args";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";

    public static void Write(SourceWriter writer, CommandModel command)
    {
        var name = CommandText.ForDocumentation(command);
        writer.Write($"private static readonly global::TypedExec.Executable s_executable = new({new Literal(command.File)}");
        foreach (var word in command.Path)
        {
            writer.Write($", {new Literal(word)}");
        }

        writer.Line($"){Defaults(command)};");
        if (command.Emits(MemberSet.SpawnList))
        {
            writer.Line($"""

                /// <summary>Starts <c>{name}</c> with these arguments.</summary>
                public static global::TypedExec.ChildProcess Spawn({List}, global::TypedExec.SpawnOptions? options = null, {Cancellation})
                    => s_executable.Spawn(args, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.SpawnSpan))
        {
            writer.Line($"""

                /// <summary>Starts <c>{name}</c> with these arguments.</summary>
                public static global::TypedExec.ChildProcess Spawn({Span})
                    => s_executable.Spawn(args);
                """);
        }

        if (command.Emits(MemberSet.SpawnSyncList))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and blocks until it has ended.</summary>
                public static global::TypedExec.SpawnSyncResult SpawnSync({List}, global::TypedExec.SpawnSyncOptions? options = null)
                    => s_executable.SpawnSync(args, options);
                """);
        }

        if (command.Emits(MemberSet.SpawnSyncSpan))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and blocks until it has ended.</summary>
                public static global::TypedExec.SpawnSyncResult SpawnSync({Span})
                    => s_executable.SpawnSync(args);
                """);
        }

        if (command.Emits(MemberSet.ExecFileList))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and captures its output.</summary>
                public static global::TypedExec.Execution ExecFile({List}, global::TypedExec.ExecFileOptions? options = null, {Cancellation})
                    => s_executable.ExecFile(args, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecFileSpan))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and captures its output.</summary>
                public static global::TypedExec.Execution ExecFile({Span})
                    => s_executable.ExecFile(args);
                """);
        }

        if (command.Emits(MemberSet.ExecFileSyncList))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments, captures its output and blocks until it has ended.</summary>
                public static global::TypedExec.ExecResult ExecFileSync({List}, global::TypedExec.ExecFileOptions? options = null)
                    => s_executable.ExecFileSync(args, options);
                """);
        }

        if (command.Emits(MemberSet.ExecFileSyncSpan))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments, captures its output and blocks until it has ended.</summary>
                public static global::TypedExec.ExecResult ExecFileSync({Span})
                    => s_executable.ExecFileSync(args);
                """);
        }

        if (command.Emits(MemberSet.RunAsyncList))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and this process's stdin, stdout and stderr.</summary>
                public static global::TypedExec.Execution RunAsync({List}, global::TypedExec.ExecFileOptions? options = null, {Cancellation})
                    => s_executable.RunAsync(args, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.RunAsyncSpan))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> with these arguments and this process's stdin, stdout and stderr.</summary>
                public static global::TypedExec.Execution RunAsync({Span})
                    => s_executable.RunAsync(args);
                """);
        }

        if (command.Emits(MemberSet.ExecList))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> in a shell with these arguments, quoted for it, and captures its output.</summary>
                public static global::TypedExec.Execution Exec({List}, global::TypedExec.ExecOptions? options = null, {Cancellation})
                    => s_executable.Exec(args, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecSpan))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> in a shell with these arguments, quoted for it, and captures its output.</summary>
                public static global::TypedExec.Execution Exec({Span})
                    => s_executable.Exec(args);
                """);
        }

        if (command.Emits(MemberSet.ExecSyncList))
        {
            writer.Line($"""

                /// <summary>As <c>Exec</c>, but blocks until the shell has ended.</summary>
                public static global::TypedExec.ExecResult ExecSync({List}, global::TypedExec.ExecOptions? options = null)
                    => s_executable.ExecSync(args, options);
                """);
        }

        if (command.Emits(MemberSet.ExecSyncSpan))
        {
            writer.Line($"""

                /// <summary>As <c>Exec</c>, but blocks until the shell has ended.</summary>
                public static global::TypedExec.ExecResult ExecSync({Span})
                    => s_executable.ExecSync(args);
                """);
        }

        if (command.Emits(MemberSet.ExecShell))
        {
            writer.Line($$"""

                /// <summary>Runs <c>{{name}}</c> in a shell with this rest of the command line, each hole quoted for the shell.</summary>
                [global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
                public static global::TypedExec.Execution Exec(global::TypedExec.ShellCommand command, global::TypedExec.ExecOptions? options = null, {{Cancellation}})
                    => s_executable.Exec(command, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecText))
        {
            writer.Line($"""

                /// <summary>Runs <c>{name}</c> in a shell with this rest of the command line, taken as it is.</summary>
                public static global::TypedExec.Execution Exec(string command, global::TypedExec.ExecOptions? options = null, {Cancellation})
                    => s_executable.Exec(command, options, cancellationToken);
                """);
        }

        if (command.Emits(MemberSet.ExecSyncShell))
        {
            writer.Line($"""

                /// <summary>As <c>Exec</c>, but blocks until the shell has ended.</summary>
                [global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
                public static global::TypedExec.ExecResult ExecSync(global::TypedExec.ShellCommand command, global::TypedExec.ExecOptions? options = null)
                    => s_executable.ExecSync(command, options);
                """);
        }

        if (command.Emits(MemberSet.ExecSyncText))
        {
            writer.Line($"""

                /// <summary>As <c>Exec</c>, but blocks until the shell has ended.</summary>
                public static global::TypedExec.ExecResult ExecSync(string command, global::TypedExec.ExecOptions? options = null)
                    => s_executable.ExecSync(command, options);
                """);
        }
    }

    /// <summary>What travels with every command of the class, as an object initializer; or nothing.</summary>
    public static string Defaults(CommandModel command)
    {
        var codes = "";
        foreach (var code in command.SuccessExitCodes)
        {
            codes += (codes.Length == 0 ? "" : ", ") + code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return codes.Length == 0 ? "" : $" {{ Defaults = new() {{ SuccessExitCodes = [{codes}] }} }}";
    }
}
