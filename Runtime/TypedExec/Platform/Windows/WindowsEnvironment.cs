using System.Text;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>The environment of a child on Windows: names differ in more than case, and some are always there.</summary>
internal sealed class WindowsEnvironment
{
    /// <summary>What libuv takes from the parent when it is missing: many programs, and Windows itself, do not start without.</summary>
    private static readonly string[] s_required =
    [
        "HOMEDRIVE", "HOMEPATH", "LOGONSERVER", "PATH", "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "USERDOMAIN", "USERNAME",
        "USERPROFILE", "WINDIR",
    ];

    private readonly SortedDictionary<string, string> _entries = new(StringComparer.OrdinalIgnoreCase);

    public WindowsEnvironment(ChildEnvironment environment)
    {
        foreach (var (name, value) in environment.Entries)
        {
            _entries[name] = value;
        }

        foreach (var name in s_required)
        {
            if (!_entries.ContainsKey(name) && Environment.GetEnvironmentVariable(name) is { } value)
            {
                _entries[name] = value;
            }
        }
    }

    public string? this[string name] => _entries.GetValueOrDefault(name);

    /// <summary>As CreateProcess takes it: sorted, each entry and the whole ended by a NUL.</summary>
    public string ToBlock()
    {
        var block = new StringBuilder();
        foreach (var (name, value) in _entries)
        {
            block.Append(name).Append('=').Append(value).Append('\0');
        }

        return block.Append(_entries.Count == 0 ? "\0\0" : "\0").ToString();
    }
}
