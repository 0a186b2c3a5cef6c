using System.Reflection;
using Xunit.v3;

namespace TypedExec.Tests.Support;

/// <summary>For tests of what exists only on Windows; CI runs them under Wine (.ci/windows).</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsWindowsAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
        => Assert.SkipUnless(OperatingSystem.IsWindows(), "is about Windows");
}
