using System.Text.Json.Serialization;
using TypedExec;

namespace Tour;

/// <summary>Typed methods: the command line as a template, and what git prints as numbers, records and JSON.</summary>
internal static class MethodsTour
{
    private static readonly Dictionary<string, string?> Identity = new()
    {
        ["GIT_AUTHOR_NAME"] = "The tour",
        ["GIT_AUTHOR_EMAIL"] = "tour@example.com",
        ["GIT_AUTHOR_DATE"] = "2026-02-28T13:04:05Z",
        ["GIT_COMMITTER_NAME"] = "The tour",
        ["GIT_COMMITTER_EMAIL"] = "tour@example.com",
        ["GIT_COMMITTER_DATE"] = "2026-02-28T13:04:05Z",
    };

    public static async Task RunAsync(Script script)
    {
        var folder = Directory.CreateTempSubdirectory("typedexec-tour-");
        try
        {
            var repository = IRepository.Create(new ProcessOptions { Cwd = folder.FullName, Env = Identity });
            await ShowAsync(repository);
        }
        catch (ExecException error) when (error.Code == "ENOENT")
        {
            Console.WriteLine("git is not on the PATH: nothing to show.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ShowAsync(IRepository repository)
    {
        await repository.InitAsync(quiet: true);
        foreach (var message in (string[])["First; $(nothing) is run", "Second"])
        {
            await repository.CommitAsync(message, "commit.gpgSign=false");
        }

        Console.WriteLine($"{await repository.CountAsync("HEAD")} commits since {await repository.DateAsync("HEAD"):yyyy-MM-dd}, HEAD is a {await repository.KindAsync("HEAD")}");
        Console.WriteLine($"unchanged: {await repository.IsUnchangedAsync("HEAD")}, a branch \"none\": {await repository.ExistsAsync("refs/heads/none")}");

        await foreach (var commit in repository.LogAsync(max: 10))
        {
            Console.WriteLine($"{commit.Date:yyyy-MM-dd} {commit.Author}: {commit.Subject}");
        }

        foreach (var change in await repository.ReflogAsync())
        {
            Console.WriteLine($"HEAD@{{{change.Index}}}: {change.Action}");
        }

        await foreach (var subject in repository.SubjectsAsync("%s"))
        {
            Console.WriteLine($"from JSON: {subject.Text} by {subject.By}");
        }

        try
        {
            Console.WriteLine(await repository.CountAsync("no-such-branch"));
        }
        catch (ExecException error)
        {
            Console.WriteLine($"{error.Cmd} ended with {error.ExitCode}");
        }
    }
}

/// <summary>The git commands of the tour. The generator implements the methods; a test would pass its own implementation.</summary>
[Command("git")]
internal partial interface IRepository
{
    /// <summary>Creates an empty repository.</summary>
    [Run("init [quiet? --quiet]")]
    Task InitAsync(bool quiet);

    /// <summary>Records a commit without changes.</summary>
    [Run("-c {setting} commit --quiet --allow-empty -m {message}")]
    Task CommitAsync([Hole(AllowLeadingDash = true)] string message, string setting);

    /// <summary>Counts the commits.</summary>
    [Run("rev-list --count {range}")]
    Task<int> CountAsync(string range);

    /// <summary>Returns the time of the last commit.</summary>
    [Run("log -1 --format=%cI {range}")]
    Task<DateTimeOffset> DateAsync(string range);

    /// <summary>Returns the commit that a name refers to.</summary>
    [Run("cat-file -t {name}")]
    Task<ObjectKind> KindAsync(string name);

    /// <summary>Returns whether the files are unchanged since the last commit.</summary>
    [Run("diff --quiet {range}")]
    Task<bool> IsUnchangedAsync(string range);

    /// <summary>Returns whether the reference exists.</summary>
    [Run("show-ref --verify --quiet {name}")]
    Task<bool> ExistsAsync(string name);

    /// <summary>Returns the commits as git prints them.</summary>
    [Run("log [--max-count={max}] --format=%an%x1f%aI%x1f%s", FieldSeparator = "\u001f")]
    IAsyncEnumerable<LoggedCommit> LogAsync(int? max = null);

    /// <summary>Returns the earlier values of HEAD.</summary>
    [Run("reflog", Pattern = @"HEAD@\{(?<index>\d+)\}: (?<action>\w+)")]
    Task<IReadOnlyList<HeadChange>> ReflogAsync();

    /// <summary>Returns the subjects, printed as one JSON value per line.</summary>
    [Run("log '--format={{\"text\":\"{text}\",\"by\":\"%an\"}}'", Json = typeof(TourJson))]
    IAsyncEnumerable<Subject> SubjectsAsync(string text);
}

/// <summary>A commit of the history.</summary>
internal sealed record LoggedCommit(string Author, DateTimeOffset Date, string Subject);

/// <summary>An earlier value of HEAD.</summary>
internal sealed record HeadChange(int Index, string Action);

/// <summary>A commit's subject.</summary>
internal sealed record Subject(string Text, string By);

/// <summary>The kinds of objects that git stores.</summary>
internal enum ObjectKind
{
    Blob,
    Tree,
    Commit,
    Tag,
}

/// <summary>Reads JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Subject))]
internal sealed partial class TourJson : JsonSerializerContext;
