namespace TypedExec.CommandLines.Model;

/// <summary>The members that are generated into a command class, one bit per signature.</summary>
[Flags]
internal enum MemberSet
{
    None = 0,

    SpawnList = 1 << 0,
    SpawnSpan = 1 << 1,
    SpawnSyncList = 1 << 2,
    ExecFileList = 1 << 3,
    ExecFileSpan = 1 << 4,
    ExecFileSyncList = 1 << 5,
    ExecShell = 1 << 6,
    ExecText = 1 << 7,
    ExecSyncShell = 1 << 8,
    ExecSyncText = 1 << 9,

    SpawnInstance = 1 << 10,
    SpawnSyncInstance = 1 << 11,
    ExecFileInstance = 1 << 12,
    ExecFileSyncInstance = 1 << 13,
    ExecInstance = 1 << 14,
    ExecSyncInstance = 1 << 15,

    ToArguments = 1 << 16,
    Text = 1 << 17,
    File = 1 << 18,
    Parent = 1 << 19,
    CreateBuilder = 1 << 20,
    Builder = 1 << 21,

    Fork = 1 << 22,

    SpawnSyncSpan = 1 << 23,
    ExecFileSyncSpan = 1 << 24,
    RunAsyncList = 1 << 25,
    RunAsyncSpan = 1 << 26,
    ExecList = 1 << 27,
    ExecSpan = 1 << 28,
    ExecSyncList = 1 << 29,
    ExecSyncSpan = 1 << 30,
}
