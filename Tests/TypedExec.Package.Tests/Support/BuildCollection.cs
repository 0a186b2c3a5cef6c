namespace TypedExec.Package.Tests.Support;

/// <summary>Tests that start builds, one after another, as each build uses all processors by itself.</summary>
[CollectionDefinition(nameof(BuildCollection))]
public sealed class BuildCollection : ICollectionFixture<Feed>;
