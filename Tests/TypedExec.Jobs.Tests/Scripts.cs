namespace TypedExec.Jobs.Tests;

/// <summary>The scripts that the jobs run, for <c>sh -c</c>.</summary>
internal static class Scripts
{
    public const string Fail = "echo no such branch >&2; exit 128";

    public const string Settings = "echo $NAME in $PWD";

    public const string Endless = "while :; do i=$((i + 1)); echo line $i; done";

    public const string Both = "seq 1 20000; seq 1 20000 >&2";

    public const string Server = "trap 'echo saved; exit 0' INT TERM; echo starting; echo listening; while :; do sleep .05; done";

    /// <summary>A value that would do damage if it were pasted into a shell line.</summary>
    public const string Word = "it's; echo harm";
}
