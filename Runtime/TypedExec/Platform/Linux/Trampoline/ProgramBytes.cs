namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>The compiled programs of this folder, which a <see cref="NativeProgram"/> writes to a file.</summary>
internal static partial class ProgramBytes;
