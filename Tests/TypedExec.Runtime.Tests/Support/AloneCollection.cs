namespace TypedExec.Tests.Support;

/// <summary>For tests that change something of the whole process, or count in it: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
