using TypedExec;

namespace Tour;

/// <summary>Typed options: a repository in a temporary folder, two commits, and their log.</summary>
internal static class GitTour
{
    private static readonly Dictionary<string, string> Identity = new()
    {
        ["user.name"] = "The tour",
        ["user.email"] = "tour@example.com",
    };

    public static async Task RunAsync(Script script)
    {
        var version = await VersionAsync();
        if (version is null)
        {
            Console.WriteLine("git is not on the PATH: nothing to show.");
            return;
        }

        Console.WriteLine(version);
        var folder = Directory.CreateTempSubdirectory("typedexec-tour-");
        try
        {
            var git = new Git { Directory = folder.FullName, Config = Identity };
            await new Git.Init { Parent = git, Quiet = true }.ExecFile();
            foreach (var message in (string[])["It's the first; $(nothing) is run", "--message is only a text here"])
            {
                var commit = Git.Commit.CreateBuilder().Parent(git).Message(message).AllowEmpty().GpgSign(false).Build();
                await commit.ExecFile();
                Console.WriteLine($"done: {commit}");
            }

            var log = await new Git.Log { Parent = git, MaxCount = 10, Format = "%an: %s" }.ExecFile();
            Console.Write(log.Stdout);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> VersionAsync()
    {
        try
        {
            return (await new Git { Version = true }.ExecFile()).Stdout.Trim();
        }
        catch (ExecException error) when (error.Code == "ENOENT")
        {
            return null;
        }
    }
}
