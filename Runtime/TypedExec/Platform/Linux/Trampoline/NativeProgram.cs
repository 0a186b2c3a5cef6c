using System.Runtime.InteropServices;
using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>
/// A small program of this assembly, in an unnamed file that stays open as long as this process runs. A child gets a copy of the
/// descriptor to start the program from.
/// </summary>
/// <remarks>The file is in memory. If the system doesn't execute such a file (<c>vm.memfd_noexec</c>, a security module), it is
/// on disk, in a directory for the files of this user's running programs.</remarks>
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

    /// <summary>Gets the program that changes the IDs and becomes the child: trampoline.c.</summary>
    public static NativeProgram Trampoline { get; }
        = new("typedexec-trampoline", ProgramBytes.TrampolineX64, ProgramBytes.TrampolineArm64);

    /// <summary>Gets the program that ends its process group with this process: watcher.c.</summary>
    public static NativeProgram Watcher { get; } = new("typedexec-watch", ProgramBytes.WatcherX64, ProgramBytes.WatcherArm64);

    /// <summary>Gets the program's name in a list of processes.</summary>
    public string Name { get; }

    /// <summary>Gets or sets, for tests, how many of the places for the program are skipped.</summary>
    internal int SkippedImages { get; set; }

    /// <summary>Starts the program from the first place where the system allows this process to execute it.</summary>
    /// <param name="start">Starts it from a descriptor, and returns the errno or 0.</param>
    /// <param name="errno">The result of the last attempt.</param>
    /// <returns>False if there is no such place.</returns>
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

    /// <summary>Spawns a program. The last of its descriptors, the first number that <paramref name="sources"/> leaves free, is
    /// the one that it is started from. Returns the errno or 0.</summary>
    /// <param name="request">Its environment, group and signals.</param>
    /// <param name="sources">The descriptors below that number; none of them has a number up to it.</param>
    /// <param name="cwd">The directory to change to first, or null.</param>
    /// <param name="arguments">Its argv.</param>
    /// <param name="image">A descriptor of the program.</param>
    /// <param name="pid">The process.</param>
    /// <exception cref="SpawnFailureException">There is no descriptor left.</exception>
    public static int Spawn(
        StartRequest request, ReadOnlySpan<int> sources, string? cwd, IReadOnlyList<string> arguments, int image, out int pid)
    {
        var number = sources.Length;
        var copy = image <= number ? LibC.Fcntl(image, Constants.F_DUPFD_CLOEXEC, number + 1) : image;
        if (copy < 0)
        {
            throw new SpawnFailureException(LibC.LastErrno, "fcntl");
        }

        try
        {
            using var argv = CStringArray.From(arguments);
            using var envp = CStringArray.From(request.Environment.Entries);
            return PosixSpawn.Start(request, [.. sources, copy], cwd, $"/proc/self/fd/{number}", argv, envp, out pid);
        }
        finally
        {
            if (copy != image)
            {
                Descriptor.Close(copy);
            }
        }
    }

    /// <summary>Returns the directories of systemd and the XDG Base Directory Specification, and root's own.</summary>
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
