using System.Collections;

namespace TypedExec.Requests;

/// <summary>
/// This process's environment as its children get it. The result is cached while the environment is unchanged, which it nearly
/// always is from one child to the next.
/// </summary>
internal static class ParentEnvironment
{
    private static Snapshot? s_last;

    /// <summary>Gets the current environment. .NET doesn't report changes, so all of it is compared.</summary>
    public static ChildEnvironment Current
    {
        get
        {
            var now = Environment.GetEnvironmentVariables();
            var last = Volatile.Read(ref s_last);
            if (last is null || !last.Is(now))
            {
                last = new Snapshot(now);
                Volatile.Write(ref s_last, last);
            }

            return last.Environment;
        }
    }

    private sealed class Snapshot
    {
        private readonly Dictionary<string, string?> _all;

        public Snapshot(IDictionary all)
        {
            _all = new(all.Count);
            var entries = new Dictionary<string, string>(all.Count, ChildEnvironment.KeyComparer);
            foreach (DictionaryEntry entry in all)
            {
                _all[(string)entry.Key] = (string?)entry.Value;
                entries[(string)entry.Key] = (string?)entry.Value ?? "";
            }

            // The channel to the parent's own parent isn't for its children, which have another descriptor there.
            entries.Remove(ChannelVariables.Descriptor);
            entries.Remove(ChannelVariables.Mode);
            Environment = new ChildEnvironment(entries);
        }

        public ChildEnvironment Environment { get; }

        public bool Is(IDictionary other)
        {
            if (other.Count != _all.Count)
            {
                return false;
            }

            // In this direction, because the enumerator of a dictionary costs nothing.
            foreach (var (key, value) in _all)
            {
                if (!string.Equals((string?)other[key], value, StringComparison.Ordinal) || (value is null && !other.Contains(key)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
