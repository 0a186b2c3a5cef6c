using System.Reflection;
using Xunit.v3;

namespace TypedExec.Tests.Support;

/// <summary>For a test of what is otherwise on Windows.</summary>
/// <param name="reason">What is otherwise.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotOnWindowsAttribute(string reason) : BeforeAfterTestAttribute
{
    public string Reason { get; } = reason;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
        => Assert.SkipWhen(OperatingSystem.IsWindows(), $"not on Windows: {Reason}");
}
