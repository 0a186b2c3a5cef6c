using GitReport;
using Microsoft.Extensions.DependencyInjection;
using TypedExec;

// A report of a repository: dotnet run --project Samples/GitReport -- [directory] [picture.png]
var options = new ProcessOptions { Cwd = args.Length > 0 ? args[0] : Environment.CurrentDirectory, Timeout = TimeSpan.FromMinutes(1) };
await using var services = new ServiceCollection()
    .AddSingleton(IGit.Create(options))
    .AddSingleton(IGitHub.Create(options))
    .AddSingleton<Report>()
    .BuildServiceProvider();

try
{
    var report = services.GetRequiredService<Report>();
    await report.WriteAsync(Console.Out, "HEAD", max: 1000);
    var picture = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "git-report.png");
    Chart.Save(await report.DaysAsync("HEAD", max: 1000), picture);
    Console.WriteLine($"\nCommits per day: {picture}");
    return 0;
}
catch (ExecException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
