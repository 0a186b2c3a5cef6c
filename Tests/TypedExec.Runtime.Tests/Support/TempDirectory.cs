namespace TypedExec.Tests.Support;

/// <summary>A directory that is deleted after the test.</summary>
internal sealed class TempDirectory : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("typedexec-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes an executable file, and returns its path.</summary>
    public string AddExecutable(string name, string text) => Add(name, text, UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    /// <summary>Writes a file that everybody may read, and returns its path.</summary>
    public string Add(string name, string text, UnixFileMode more = 0)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written by a child, so that no other test's child holds the file open for writing when it is executed (ETXTBSY).
        _ = new Executable("tee").ExecFileSync([path], new ExecFileOptions { Input = text });
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | more);
        return path;
    }

    /// <summary>Gives every user access; otherwise only the owner may access a temporary directory.</summary>
    public void OpenToEverybody() => File.SetUnixFileMode(
        Root,
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

    /// <summary>Deletes it. On Windows, a file may stay open for a moment after the process that had it open has exited.</summary>
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.Delete(Root, recursive: true);
        }
        else if (!SpinWait.SpinUntil(TryDelete, Waiting.Bound))
        {
            throw new IOException($"A file in {Root} stays open.");
        }
    }

    private bool TryDelete()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
