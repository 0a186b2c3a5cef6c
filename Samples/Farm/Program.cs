using System.Runtime.InteropServices;
using Farm;
using TypedExec.Remote;

// Processes the files of a folder, several at a time: encodes audio files, and computes the checksums of all others:
//   dotnet run --project Samples/Farm -- FOLDER                      on this machine
//   dotnet run --project Samples/Farm -- FOLDER --slurm SHARED       on a cluster, with a folder that its nodes share
var shared = args is [_, "--slurm", var path] ? path : null;
if (args.Length != 1 && shared is null)
{
    Console.Error.WriteLine("Usage: Farm FOLDER [--slurm SHARED]");
    return 2;
}

var folder = Path.GetFullPath(args[0]);

// The only line that depends on where the jobs run.
IFarm farm = shared is null
    ? new LocalFarm(maxConcurrency: Environment.ProcessorCount)
    : new SlurmFarm(new SlurmOptions { Folder = shared, MaxConcurrency = 50, CommandsPerTask = 10 }, Path.Combine(folder, ".farm-run"));

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

try
{
    var failures = await Work.DoAsync(folder, farm, Console.Out, Console.Error, !Console.IsErrorRedirected, stop.Token);
    if (failures > 0)
    {
        Console.Error.WriteLine($"{failures} files failed. Start it again to try them once more.");
    }

    return failures == 0 ? 0 : 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("\nStopped. Start it again to go on from here.");
    return 130;
}
catch (ClusterException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
