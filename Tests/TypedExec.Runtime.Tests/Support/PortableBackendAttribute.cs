using System.Reflection;
using Xunit.v3;

namespace TypedExec.Tests.Support;

/// <summary>Skips the tests in <see cref="NotPortable"/> if the portable backend runs them.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PortableBackendAttribute : BeforeAfterTestAttribute
{
    public static bool IsUsed { get; } = Environment.GetEnvironmentVariable("TYPEDEXEC_BACKEND") == "portable";

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (IsUsed && NotPortable.ReasonOf(methodUnderTest) is { } reason)
        {
            Assert.Skip($"not on the portable backend: {reason}");
        }
    }
}
