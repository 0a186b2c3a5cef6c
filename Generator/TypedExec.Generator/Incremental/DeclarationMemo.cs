using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Incremental;

/// <summary>Caches what was read of each declaration for as long as the declaration exists.</summary>
internal static class DeclarationMemo
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>Returns null if nothing was read, or if it was read from something that has changed since.</summary>
    public static Declared? Find(SyntaxNode node, CompilationSnapshot snapshot)
        => Entries.TryGetValue(node, out var entry) && entry.IsUpToDate(snapshot) ? entry.Declared : null;

    public static void Keep(SyntaxNode node, CompilationSnapshot snapshot, Declared declared, Dependencies dependencies)
    {
        Entries.Remove(node);
        Entries.Add(node, new Entry(declared, snapshot, dependencies));
    }

    private sealed class Entry(Declared declared, CompilationSnapshot snapshot, Dependencies dependencies)
    {
        private Seen _seen = new(snapshot, dependencies);

        public Declared Declared { get; } = declared;

        public bool IsUpToDate(CompilationSnapshot now)
        {
            var seen = Volatile.Read(ref _seen);
            if (ReferenceEquals(seen.Snapshot, now))
            {
                return true;
            }

            if (now.Since(seen.Snapshot).Follow(seen.Dependencies) is not { } dependencies)
            {
                return false;
            }

            // The previous snapshot isn't needed any more.
            Volatile.Write(ref _seen, new Seen(now, dependencies));
            return true;
        }
    }

    private sealed record Seen(CompilationSnapshot Snapshot, Dependencies Dependencies);
}
