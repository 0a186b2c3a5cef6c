namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>The programs of this folder, compiled: what a <see cref="NativeProgram"/> puts into a file.</summary>
internal static partial class ProgramBytes;
