
namespace TypedExec.Generator.Emit;

/// <summary>The <c>Fork</c> of a command that speaks Node's IPC.</summary>
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

                /// <summary>Starts <c>{name}</c> with a module and a channel for messages.</summary>
                public static global::TypedExec.ChildProcess Fork({Parameters})
                    => s_executable.Fork(modulePath, args, options, cancellationToken);
                """);
            return;
        }

        var child = $"global::TypedExec.ForkedProcess<{messages.Send}, {messages.Receive}>";
        writer.Line($"""

            /// <summary>Starts <c>{name}</c> with a module and a channel for typed messages.</summary>
            {(messages.AreInternal ? "internal" : "public")} static {child} Fork({Parameters})
                => new {child}(s_executable.Fork(modulePath, args, options, cancellationToken), {messages.Context}.Default);
            """);
    }
}
