using TypedExec.TestProgram.Ways;

namespace TypedExec.Tests.Matrix;

/// <summary>The whole table at once, and what is left of it in this process.</summary>
[Collection(AloneCollection.Name)]
public sealed class LeftoverTests
{
    [Fact]
    public async Task No_scenario_leaks_a_descriptor_or_a_child_in_any_way()
    {
        // The first one of each way opens what the process keeps, such as the event loop.
        await RunAsync(Scenario.All.Take(1));
        var (descriptors, children) = (TestProgram.OwnState.Descriptors(), TestProgram.OwnState.Children());

        await RunAsync(Scenario.All);

        await Waiting.UntilAsync(() => TestProgram.OwnState.Descriptors() <= descriptors, "the end of the last descriptor");
        await Waiting.UntilAsync(() => TestProgram.OwnState.Children() <= children, "the end of the last child");
    }

    private static Task RunAsync(IEnumerable<Scenario> scenarios)
        => Parallel.ForEachAsync(
            from scenario in scenarios from way in Way.All where Trial.Applies(scenario, way) select (scenario, way),
            new ParallelOptions { MaxDegreeOfParallelism = 12 },
            static async (row, cancellationToken) =>
            {
                // Other mistakes are the subject of other tests.
                using var trial = new Trial(row.scenario, row.way);
                _ = await trial.RunAsync();
            });
}
