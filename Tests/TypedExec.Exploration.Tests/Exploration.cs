using Microsoft.Coyote;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;

namespace TypedExec.Exploration;

/// <summary>Runs concurrent code repeatedly, each time with its tasks and locks in another order.</summary>
internal static class Exploration
{
    public static void HoldsInEveryOrder(Func<Task> code)
    {
        var report = Explore(code);
        Assert.True(report.NumOfFoundBugs == 0, string.Join('\n', report.BugReports));
    }

    /// <summary>Returns how many of the orders fail.</summary>
    public static TestReport Explore(Func<Task> code)
    {
        // The same orders every time, so that a failure is reproducible.
        var configuration = Configuration.Create()
            .WithTestingIterations(300)
            .WithRandomGeneratorSeed(7)
            .WithMaxSchedulingSteps(2000)
            .WithTelemetryEnabled(false)
            .WithVerbosityEnabled(VerbosityLevel.None)
            .WithPotentialDeadlocksReportedAsBugs();
        using var engine = TestingEngine.Create(configuration, code);
        engine.Run();
        return engine.TestReport;
    }
}
