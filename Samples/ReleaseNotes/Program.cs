using ReleaseNotes;
using TypedExec;

// A release of a small project, made with git, find, grep, tar, curl, node, npm and dotnet. Each of them is a class that the
// generator created from its specification. Everything happens in a temporary directory, which is deleted at the end.
var directory = Directory.CreateTempSubdirectory("typedexec-release-");
try
{
    var path = directory.FullName;
    var here = new ExecFileOptions { Cwd = path };

    Console.WriteLine("--- git: a repository with three commits since v1");
    var repository = new Repository(path);
    await repository.CreateAsync();

    Console.WriteLine("--- release notes from git log");
    var notes = Notes.Of("Version 2", await repository.SubjectsSinceAsync("v1"));
    await File.WriteAllTextAsync(Path.Combine(path, "notes.md"), notes);
    Console.Write(notes);

    Console.WriteLine("--- find and grep: what goes into the release");
    var found = await new Find { Path = ["."], Expression = ["-maxdepth", "1", "-type", "f"] }.ExecFile(here);
    var files = found.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();
    Console.WriteLine($"  {string.Join(' ', files)}");
    var grep = new Grep { Count = true, SearchPattern = "^- ", FileArgument = ["notes.md"] };
    Console.WriteLine($"  {grep}: {(await grep.ExecFile(here)).Stdout.Trim()} lines of news");

    Console.WriteLine("--- node and npm: the code runs, and would be packed");
    var check = new Node { Eval = "console.log(require('./parser.js').parse('a, b').join('+'))" };
    Console.WriteLine($"  {(await check.ExecFile(here)).Stdout.Trim()}");
    await new Node { Check = true, NodeScript = "parser.js" }.ExecFile(here);
    await Optional.RunAsync("npm", async () =>
    {
        var quiet = here with { Env = new Dictionary<string, string?> { ["npm_config_update_notifier"] = "false", ["npm_config_cache"] = Path.Combine(path, ".npm") } };
        var pack = await new Npm.Pack { DryRun = true, Json = true }.ExecFile(quiet);
        Console.WriteLine($"  npm would pack {(pack.Stdout.Contains("\"demo-2.0.0.tgz\"", StringComparison.Ordinal) ? "demo-2.0.0.tgz" : "something else")}");
    });

    Console.WriteLine("--- dotnet: what this was made with");
    Console.WriteLine($"  SDK {(await new Dotnet { Version = true }.ExecFile(here)).Stdout.Trim()}");

    Console.WriteLine("--- tar: the archive, and what is in it");
    await new Tar.Create { FileOption = "release.tgz", Gzip = true, FileArgument = files }.ExecFile(here);
    var listed = await new Tar.List { File = "release.tgz" }.ExecFile(here);
    Console.WriteLine($"  {string.Join(' ', listed.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries))}");

    Console.WriteLine("--- curl: the upload");
    using var server = new UploadServer();
    var received = server.ReceiveAsync();
    var upload = new Curl { Silent = true, ShowError = true, Fail = true, UploadFile = "release.tgz", UrlArgument = [server.Url.ToString()] };
    await upload.ExecFile(here);
    Console.WriteLine($"  {(await received == new FileInfo(Path.Combine(path, "release.tgz")).Length ? "all of it arrived" : "something got lost")}");
    return 0;
}
catch (ExecException error) when (error.Code == "ENOENT")
{
    Console.Error.WriteLine($"{error.Path} is not installed.");
    return 69;
}
finally
{
    directory.Delete(recursive: true);
}
