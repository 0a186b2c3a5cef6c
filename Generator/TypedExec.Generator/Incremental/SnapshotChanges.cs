using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Incremental;

/// <summary>The changes of a compilation that a class could have been read from.</summary>
internal sealed class SnapshotChanges
{
    private static readonly SnapshotChanges Everything = new(false, false, [], []);

    private readonly bool _areHeadersSame;
    private readonly bool _areDeclarationsSame;
    private readonly HashSet<SyntaxTree> _gone;
    private readonly Dictionary<SyntaxTree, SyntaxTree> _successors;

    private SnapshotChanges(bool areHeadersSame, bool areDeclarationsSame, HashSet<SyntaxTree> gone, Dictionary<SyntaxTree, SyntaxTree> successors)
    {
        _areHeadersSame = areHeadersSame;
        _areDeclarationsSame = areDeclarationsSame;
        _gone = gone;
        _successors = successors;
    }

    public static SnapshotChanges Compare(CompilationSnapshot earlier, CompilationSnapshot now)
    {
        if (earlier.AssemblyName != now.AssemblyName
            || !Equals(earlier.Options, now.Options)
            || !(earlier.References == now.References || earlier.References.SequenceEqual(now.References)))
        {
            return Everything;
        }

        HashSet<SyntaxTree> gone = [.. earlier.Trees.Where(tree => !now.Trees.Contains(tree))];
        var added = now.Trees.Where(tree => !earlier.Trees.Contains(tree)).ToList();
        var areHeadersSame = Sum(gone.Select(static tree => TreeDigest.From(tree).Headers)) == Sum(added.Select(static tree => TreeDigest.From(tree).Headers));
        var successors = new Dictionary<SyntaxTree, SyntaxTree>();
        var rest = new List<SyntaxTree>(added);
        foreach (var tree in gone)
        {
            var successor = rest.FindIndex(other => TreeDigest.From(other).Declarations == TreeDigest.From(tree).Declarations);
            if (successor >= 0)
            {
                successors.Add(tree, rest[successor]);
                rest.RemoveAt(successor);
            }
        }

        var areDeclarationsSame = areHeadersSame && successors.Count == gone.Count && rest.All(static tree => TreeDigest.From(tree).IsEmpty);
        return new SnapshotChanges(areHeadersSame, areDeclarationsSame, gone, successors);
    }

    /// <summary>Returns the same dependencies in the later compilation, or null if one of them has changed.</summary>
    public Dependencies? Follow(Dependencies dependencies)
    {
        if (!_areHeadersSame || (dependencies.AreAll && !_areDeclarationsSame))
        {
            return null;
        }

        if (!dependencies.Trees.Overlaps(_gone))
        {
            return dependencies;
        }

        var trees = new HashSet<SyntaxTree>();
        foreach (var tree in dependencies.Trees)
        {
            if (!_gone.Contains(tree))
            {
                trees.Add(tree);
            }
            else if (_successors.TryGetValue(tree, out var successor))
            {
                trees.Add(successor);
            }
            else
            {
                return null;
            }
        }

        return dependencies with { Trees = trees };
    }

    /// <summary>Combines the digests in any order.</summary>
    private static Digest Sum(IEnumerable<Digest> digests)
    {
        var sum = default(Digest);
        foreach (var digest in digests)
        {
            sum = sum.Plus(digest);
        }

        return sum;
    }
}
