namespace TypedExec.Remote.Tests;

/// <summary>How the carriers write their own options.</summary>
public sealed class CarrierArguments
{
    [Fact]
    public void Nice_names_its_adjustment()
        => Assert.Equal(["-n", "5"], new Nice { Adjustment = 5 }.ToArguments());
}
