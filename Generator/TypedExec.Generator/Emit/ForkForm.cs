namespace TypedExec.Generator.Emit;

/// <summary>Generates the <c>Fork</c> method of a command that supports Node's IPC.</summary>
internal static class ForkForm
{
    private const string Parameters = "string modulePath, global::System.Collections.Generic.IEnumerable<string>? args = null, "
        + "global::TypedExec.ForkOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default";

    public static void Write(SourceWriter writer, CommandModel command)
    {
        if (!command.Fork || !command.Emits(MemberSet.Fork))
        {
            return;
        }

        var name = CommandText.ForDocumentation(command);
        if (command.Messages is not { } messages)
        {
            writer.Line($"""

                /// <summary>Starts a <c>{name}</c> child that runs a module and exchanges messages with this process.</summary>
                public static global::TypedExec.ChildProcess Fork({Parameters})
                    => s_executable.Fork(modulePath, args, options, cancellationToken);
                """);
            return;
        }

        var child = $"global::TypedExec.ForkedProcess<{messages.Send}, {messages.Receive}>";
        writer.Line($"""

            /// <summary>Starts a <c>{name}</c> child that runs a module and exchanges typed messages with this process.</summary>
            {(messages.AreInternal ? "internal" : "public")} static {child} Fork({Parameters})
                => new {child}(s_executable.Fork(modulePath, args, options, cancellationToken), {messages.Context}.Default);
            """);
    }
}
