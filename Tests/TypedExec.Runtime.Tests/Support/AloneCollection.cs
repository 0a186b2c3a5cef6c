namespace TypedExec.Tests.Support;

/// <summary>For tests that change or count something in the whole process: no other tests run at the same time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
