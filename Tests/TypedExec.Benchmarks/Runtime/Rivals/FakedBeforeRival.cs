using TypedExec.Testing;

namespace TypedExec.Benchmarks.Runtime.Rivals;

/// <summary>
/// Real runs in a process where a fake existed before. From then on, each run looks for the fake of its call flow; a process that
/// never uses TypedExec.Testing doesn't.
/// </summary>
internal static class FakedBeforeRival
{
    public static IRival Create()
    {
        Task.Run(static async () =>
        {
            await using var fake = new FakeCommands();
            fake.When("anything").Returns();
            await new Executable("anything").ExecFile([]);
        }).GetAwaiter().GetResult();
        return new TypedExecRival();
    }
}
