using TypedExec.Tests.SameProgram;

namespace TypedExec.Testing.Tests.SameProgram;

/// <summary>The list of tests that fakes can't pass names existing tests.</summary>
public sealed class NotFakeableTests
{
    [Fact]
    public void Every_listed_test_exists()
        => Assert.All(NotFakeable.Names, static name =>
        {
            var dot = name.LastIndexOf('.');
            Assert.NotNull(typeof(NotFakeableTests).Assembly.GetType($"TypedExec.Tests.{name[..dot]}")?.GetMethod(name[(dot + 1)..]));
        });
}
