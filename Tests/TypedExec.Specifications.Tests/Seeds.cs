namespace TypedExec.Specifications.Tests;

/// <summary>Where the random tests begin, so that they say the same of the same code.</summary>
internal static class Seeds
{
    public const string First = "0N0XIzNsQ0O2";
}
