using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Incremental;

/// <summary>The inputs of a compilation, without the compilation.</summary>
internal sealed class CompilationSnapshot
{
    private static readonly ConditionalWeakTable<Compilation, CompilationSnapshot> Snapshots = new();

    private readonly ConditionalWeakTable<CompilationSnapshot, SnapshotChanges> _changes = new();
    private readonly Lazy<HashSet<string>> _globalAliases;

    private CompilationSnapshot(Compilation compilation)
    {
        Trees = [.. compilation.SyntaxTrees];
        References = compilation.ExternalReferences;
        Options = compilation.Options;
        AssemblyName = compilation.AssemblyName;
        _globalAliases = new Lazy<HashSet<string>>(() => [.. Trees.SelectMany(static tree => TreeDigest.From(tree).GlobalAliases)]);
    }

    public HashSet<SyntaxTree> Trees { get; }

    public ImmutableArray<MetadataReference> References { get; }

    public CompilationOptions Options { get; }

    public string? AssemblyName { get; }

    public static CompilationSnapshot From(Compilation compilation)
        => Snapshots.GetValue(compilation, static compilation => new CompilationSnapshot(compilation));

    /// <summary>Returns the differences from an earlier one.</summary>
    public SnapshotChanges Since(CompilationSnapshot earlier)
        => _changes.GetValue(earlier, earlier => SnapshotChanges.Compare(earlier, this));

    /// <summary>Returns whether a name is an alias, in the file or globally.</summary>
    public bool HasAlias(SyntaxTree tree, string name)
        => TreeDigest.AliasesOf(tree).Contains(name) || _globalAliases.Value.Contains(name);
}
