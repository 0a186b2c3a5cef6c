namespace TypedExec.Package.Tests.Support;

/// <summary>Tests that start builds run one after another, because each build uses all processors.</summary>
[CollectionDefinition(nameof(BuildCollection))]
public sealed class BuildCollection : ICollectionFixture<Feed>;
