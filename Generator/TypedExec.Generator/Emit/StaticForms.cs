using System.Globalization;

namespace TypedExec.Generator.Emit;

/// <summary>
/// Generates the static members, which take the arguments as an array. Their documentation is that of <c>Executable</c>.
/// </summary>
internal static class StaticForms
{
    private const string List = "global::System.Collections.Generic.IEnumerable<string> args";
    private const string Span = "params global::System.ReadOnlySpan<string> args";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string ListType = "global::System.Collections.Generic.IEnumerable{string}";
    private const string SpanType = "global::System.ReadOnlySpan{string}";
    private const string CancellationType = "global::System.Threading.CancellationToken";
    private const string Preferred = "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]";

    private static readonly StaticForm[] Forms =
    [
        Async(MemberSet.SpawnList, "global::TypedExec.ChildProcess", "Spawn", "global::TypedExec.SpawnOptions"),
        OfSpan(MemberSet.SpawnSpan, "global::TypedExec.ChildProcess", "Spawn"),
        Sync(MemberSet.SpawnSyncList, "global::TypedExec.SpawnSyncResult", "SpawnSync", "global::TypedExec.SpawnSyncOptions"),
        OfSpan(MemberSet.SpawnSyncSpan, "global::TypedExec.SpawnSyncResult", "SpawnSync"),
        Async(MemberSet.ExecFileList, "global::TypedExec.Execution", "ExecFile", "global::TypedExec.ExecFileOptions"),
        OfSpan(MemberSet.ExecFileSpan, "global::TypedExec.Execution", "ExecFile"),
        Sync(MemberSet.ExecFileSyncList, "global::TypedExec.ExecResult", "ExecFileSync", "global::TypedExec.ExecFileOptions"),
        OfSpan(MemberSet.ExecFileSyncSpan, "global::TypedExec.ExecResult", "ExecFileSync"),
        Async(MemberSet.RunAsyncList, "global::TypedExec.Execution", "RunAsync", "global::TypedExec.ExecFileOptions"),
        OfSpan(MemberSet.RunAsyncSpan, "global::TypedExec.Execution", "RunAsync"),
        Async(MemberSet.ExecList, "global::TypedExec.Execution", "Exec", "global::TypedExec.ExecOptions"),
        OfSpan(MemberSet.ExecSpan, "global::TypedExec.Execution", "Exec"),
        Text(MemberSet.ExecShell, "global::TypedExec.Execution", "Exec", "global::TypedExec.ShellCommand", isSync: false),
        Text(MemberSet.ExecText, "global::TypedExec.Execution", "Exec", "string", isSync: false),
        Sync(MemberSet.ExecSyncList, "global::TypedExec.ExecResult", "ExecSync", "global::TypedExec.ExecOptions"),
        OfSpan(MemberSet.ExecSyncSpan, "global::TypedExec.ExecResult", "ExecSync"),
        Text(MemberSet.ExecSyncShell, "global::TypedExec.ExecResult", "ExecSync", "global::TypedExec.ShellCommand", isSync: true),
        Text(MemberSet.ExecSyncText, "global::TypedExec.ExecResult", "ExecSync", "string", isSync: true),
    ];

    public static void Write(SourceWriter writer, CommandModel command)
    {
        writer.Write($"private static readonly global::TypedExec.Executable s_executable = new({new Literal(command.File)}");
        foreach (var word in command.Path)
        {
            writer.Write($", {new Literal(word)}");
        }

        writer.Line($"){Defaults(command)};");
        var modifiers = command.Has(CommandTraits.DerivesFromCommand) ? "public static new" : "public static";
        foreach (var form in Forms)
        {
            if (command.Emits(form.Member))
            {
                writer.Line($"""

                    /// <inheritdoc cref="global::TypedExec.Executable.{form.Name}({form.Types})"/>
                    """);
                if (form.IsPreferred)
                {
                    writer.Line(Preferred);
                }

                writer.Line($"""
                    {modifiers} {form.Result} {form.Name}({form.Parameters})
                        => s_executable.{form.Name}({form.Arguments});
                    """);
            }
        }
    }

    /// <summary>Returns the default options of every command of the class as an object initializer, or nothing.</summary>
    public static string Defaults(CommandModel command)
    {
        var codes = "";
        foreach (var code in command.SuccessExitCodes)
        {
            codes += (codes.Length == 0 ? "" : ", ") + code.ToString(CultureInfo.InvariantCulture);
        }

        return codes.Length == 0 ? "" : $" {{ Defaults = new() {{ SuccessExitCodes = [{codes}] }} }}";
    }

    private static StaticForm Async(MemberSet member, string result, string name, string options) => new(
        member, result, name, $"{List}, {options}? options = null, {Cancellation}", "args, options, cancellationToken",
        $"{ListType}, {options}?, {CancellationType}");

    private static StaticForm Sync(MemberSet member, string result, string name, string options) => new(
        member, result, name, $"{List}, {options}? options = null", "args, options", $"{ListType}, {options}?");

    private static StaticForm OfSpan(MemberSet member, string result, string name) => new(member, result, name, Span, "args", SpanType);

    private static StaticForm Text(MemberSet member, string result, string name, string text, bool isSync) => new(
        member,
        result,
        name,
        $"{text} command, global::TypedExec.ExecOptions? options = null{(isSync ? "" : ", " + Cancellation)}",
        isSync ? "command, options" : "command, options, cancellationToken",
        $"{text}, global::TypedExec.ExecOptions?{(isSync ? "" : ", " + CancellationType)}")
    {
        IsPreferred = text != "string",
    };

    /// <summary>One of the methods.</summary>
    /// <param name="Member">The member.</param>
    /// <param name="Result">Its return type.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Parameters">Its parameters.</param>
    /// <param name="Arguments">The arguments that pass them on.</param>
    /// <param name="Types">Their types, as documentation refers to them.</param>
    private sealed record StaticForm(MemberSet Member, string Result, string Name, string Parameters, string Arguments, string Types)
    {
        /// <summary>Gets whether another overload that fits equally well is never meant.</summary>
        public bool IsPreferred { get; init; }
    }
}
