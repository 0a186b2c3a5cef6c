namespace TypedExec.Tests.Matrix;

/// <summary>
/// The child of a scenario on Windows, for Node: the same as <see cref="Script"/> without what Windows lacks, a child that is asked
/// to exit.
/// </summary>
internal static class NodeScript
{
    private const string Wait = "setInterval(() => require('fs').existsSync(process.env.D) || process.exit(), 50);";

    public static string Of(Scenario scenario) => $$"""
        const { spawn } = require('child_process'), { writeFileSync } = require('fs'), D = process.env.D;
        writeFileSync(D + '/child', `${process.pid}`);
        {{Prepare(scenario.Habit)}}
        process.stdout.write('up\n');
        writeFileSync(D + '/up', '');
        {{Act(scenario.Cause)}}
        """;

    private static string Prepare(Habit habit) => habit switch
    {
        Habit.LeavesHolder => Leave("['ignore', 'inherit', 'inherit']"),
        Habit.LeavesStubborn => Leave("'ignore'"),
        _ => "",
    };

    // Detached, because Node otherwise puts its children into a job that ends them with it. Tried twice, because Wine loses one in
    // some 5,000 processes while it starts them, which Node reports as UNKNOWN.
    private static string Leave(string stdio) => $$"""
        const start = () => spawn(process.execPath, ['-e', `{{Wait}}`], { detached: true, stdio: {{stdio}} });
        let left;
        try { left = start(); } catch { left = start(); }
        left.unref();
        writeFileSync(D + '/descendant', `${left.pid}`);
        """;

    private static string Act(Cause cause) => cause switch
    {
        Cause.EndsWell or Cause.CancelledAfter => "",
        Cause.ExitCode => "process.exitCode = 3;",
        Cause.StdoutOverflow => $"process.stdout.write('0123456789abc\\n'); {Wait}",
        Cause.StderrOverflow => $"process.stderr.write('0123456789abc\\n'); {Wait}",
        _ => Wait,
    };
}
