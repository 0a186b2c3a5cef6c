using System.Runtime.InteropServices;

namespace TypedExec.Platform.Windows;

/// <summary><c>STARTUPINFOEXW</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StartupInfo
{
    public uint Size;
    public char* Reserved;
    public char* Desktop;
    public char* Title;
    public uint X;
    public uint Y;
    public uint Width;
    public uint Height;
    public uint Columns;
    public uint Rows;
    public uint FillAttribute;
    public uint Flags;
    public ushort ShowWindow;
    public ushort Reserved2Size;
    public byte* Reserved2;
    public nint StandardInput;
    public nint StandardOutput;
    public nint StandardError;
    public void* AttributeList;
}

/// <summary><c>PROCESS_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProcessInformation
{
    public nint Process;
    public nint Thread;
    public uint ProcessId;
    public uint ThreadId;
}

/// <summary><c>SECURITY_ATTRIBUTES</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SecurityAttributes
{
    public uint Size;
    public nint Descriptor;
    public int InheritHandle;
}

/// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JobLimits
{
    public long ProcessTime;
    public long JobTime;
    public uint Flags;
    public nuint MinimumWorkingSet;
    public nuint MaximumWorkingSet;
    public uint ActiveProcesses;
    public nuint Affinity;
    public uint PriorityClass;
    public uint SchedulingClass;
    public ulong ReadOperations;
    public ulong WriteOperations;
    public ulong OtherOperations;
    public ulong ReadBytes;
    public ulong WrittenBytes;
    public ulong OtherBytes;
    public nuint ProcessMemory;
    public nuint JobMemory;
    public nuint PeakProcessMemory;
    public nuint PeakJobMemory;
}

/// <summary><c>JOBOBJECT_BASIC_ACCOUNTING_INFORMATION</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JobAccounting
{
    public long UserTime;
    public long KernelTime;
    public long PeriodUserTime;
    public long PeriodKernelTime;
    public uint PageFaults;
    public uint Processes;
    public uint ActiveProcesses;
    public uint TerminatedProcesses;
}
