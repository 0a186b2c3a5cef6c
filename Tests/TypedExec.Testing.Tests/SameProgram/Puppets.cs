using System.Reflection;
using TypedExec.Testing;
using Xunit.v3;

[assembly: TypedExec.Tests.SameProgram.Puppets]

namespace TypedExec.Tests.SameProgram;

/// <summary>
/// Runs the runtime's own tests against fakes that play the same programs: each fake is backed by a real process and passes on
/// what that reads, prints, receives as signals and exits with. So the tests see the fake's streams, events and ends, and the
/// programs are exactly those that they name.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class PuppetsAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<FakeCommands?> Fake = new();


    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!IsBorrowed(methodUnderTest))
        {
            return;
        }

        if (NotFakeable.ReasonOf(methodUnderTest) is { } reason)
        {
            Assert.Skip($"not by a fake: {reason}");
        }

        var fake = new FakeCommands { PassThrough = true };
        fake.When(CanPlay).Runs(Puppet.PlayAsync);
        Fake.Value = fake;
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Fake.Value?.Dispose();

    /// <summary>Returns whether it is one of the runtime's tests.</summary>
    private static bool IsBorrowed(MethodInfo test)
        => !test.DeclaringType!.FullName!.StartsWith("TypedExec.Testing.", StringComparison.Ordinal)
            && test.DeclaringType.Namespace != typeof(PuppetsAttribute).Namespace;

    /// <summary>
    /// What can't be started is left to the platform, which reports the error; so is Node, which tests are compared with.
    /// </summary>
    private static bool CanPlay(FakeCall call)
        => Puppet.FindProgram(call) is { } program && Path.GetFileName(program) != "node" && (call.Cwd is null || Directory.Exists(call.Cwd));
}
