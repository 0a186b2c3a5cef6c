using System.Reflection;
using TypedExec.Testing;
using Xunit.v3;

[assembly: TypedExec.Tests.SameProgram.Puppets]

namespace TypedExec.Tests.SameProgram;

/// <summary>
/// Lets the runtime's own tests run against fakes that play the same programs: each fake has a real process behind it and passes on
/// what that reads, prints, is signalled and ends by. So the tests see the fake's streams, events and ends, and the programs are
/// exactly those that they name.
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

    /// <summary>Whether it is one of the runtime's tests.</summary>
    private static bool IsBorrowed(MethodInfo test)
        => !test.DeclaringType!.FullName!.StartsWith("TypedExec.Testing.", StringComparison.Ordinal)
            && test.DeclaringType.Namespace != typeof(PuppetsAttribute).Namespace;

    /// <summary>What cannot be started is left to the platform, whose error it is; so is Node, which tests are compared with.</summary>
    private static bool CanPlay(FakeCall call)
        => Puppet.FindProgram(call) is { } program && Path.GetFileName(program) != "node" && (call.Cwd is null || Directory.Exists(call.Cwd));
}
