using System.Runtime.InteropServices;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// A small program of this assembly's own, in a file without a name that stays open as long as this process runs. A child
/// is given a copy of the descriptor to start the program from.
/// </summary>
/// <remarks>
/// The file is in memory. Where the system does not execute such a file (<c>vm.memfd_noexec</c>, a security module), it
/// is on disk, in a directory for what belongs to this user's running programs.
/// </remarks>
internal sealed class NativeProgram
{
    private readonly ProgramImage[] _images;
    private int _preferred;

    private NativeProgram(string name, ReadOnlySpan<byte> x64, ReadOnlySpan<byte> arm64)
    {
        Name = name;
        var bytes = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => x64.ToArray(),
            Architecture.Arm64 => arm64.ToArray(),
            _ => null,
        };
        _images = bytes is null ? []
            : [.. RuntimeDirectories().Prepend(null).Select(directory => new ProgramImage(name, bytes, directory))];
    }

    /// <summary>Changes the ids and becomes the child: trampoline.c.</summary>
    public static NativeProgram Trampoline { get; }
        = new("typedexec-trampoline", ProgramBytes.TrampolineX64, ProgramBytes.TrampolineArm64);

    /// <summary>What the program is called in a list of processes.</summary>
    public string Name { get; }

    /// <summary>For tests: how many of the places for the program are passed over.</summary>
    internal int SkippedImages { get; set; }

    /// <summary>Starts the program from the first place that the system lets this process execute it from.</summary>
    /// <param name="start">Starts it from a descriptor, and gives the errno or 0.</param>
    /// <param name="errno">What the last attempt gave.</param>
    /// <returns>False when there is no such place.</returns>
    /// <exception cref="SpawnFailureException">There is no memory or descriptor left.</exception>
    public bool TryStart(Func<int, int> start, out int errno)
    {
        errno = Errno.ENOSYS;
        for (var i = Math.Max(Volatile.Read(ref _preferred), SkippedImages); i < _images.Length; i++)
        {
            if (_images[i].Descriptor is not { } descriptor)
            {
                continue;
            }

            errno = start(descriptor);
            if (errno is not (Errno.EACCES or Errno.EPERM or Errno.ENOENT or Errno.ENOEXEC or Errno.ENOSYS))
            {
                if (errno == 0 && SkippedImages == 0)
                {
                    Volatile.Write(ref _preferred, i);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Those that systemd and the XDG Base Directory Specification name, and root's own.</summary>
    private static IEnumerable<string?> RuntimeDirectories()
    {
        string?[] directories =
        [
            .. (Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY") ?? "").Split(':'),
            Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"),
            $"/run/user/{LibC.EffectiveUserId()}",
            "/run",
        ];
        return directories.Where(static directory => directory is ['/', ..] && Directory.Exists(directory)).Distinct();
    }
}
