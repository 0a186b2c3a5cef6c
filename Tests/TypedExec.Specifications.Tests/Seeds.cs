namespace TypedExec.Specifications.Tests;

/// <summary>The seeds of the random tests, which make them reproducible.</summary>
internal static class Seeds
{
    public const string First = "0N0XIzNsQ0O2";
}
