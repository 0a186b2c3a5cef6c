using TypedExec;

namespace ReleaseNotes;

/// <summary>A repository with one release and some work since then: git.</summary>
internal sealed class Repository(string directory)
{
    private readonly Git _git = new() { UpperC = directory };

    private readonly ExecFileOptions _options = new()
    {
        Env = new Dictionary<string, string?>
        {
            ["GIT_AUTHOR_NAME"] = "The sample", ["GIT_AUTHOR_EMAIL"] = "sample@example.com",
            ["GIT_COMMITTER_NAME"] = "The sample", ["GIT_COMMITTER_EMAIL"] = "sample@example.com",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1",
        },
    };

    public async Task CreateAsync()
    {
        await new Git.Init { Parent = _git, Quiet = true, InitialBranch = "main" }.ExecFile(_options);
        await CommitAsync("readme.md", "# Demo\n", "First release");
        await new Git.Tag { Parent = _git, Annotate = true, Message = "Version 1", Tagname = "v1" }.ExecFile(_options);
        await CommitAsync("parser.js", "exports.parse = text => text.split(',');\n", "feat: a parser; it's \"quoted\" & $HOME stays as it is");
        await CommitAsync("package.json", """{ "name": "demo", "version": "2.0.0", "main": "parser.js" }""", "build: a package");
        await CommitAsync("parser.js", "exports.parse = text => text.split(',').map(s => s.trim());\n", "fix: spaces around commas");
    }

    /// <summary>Returns the subjects of the commits since a tag, newest first.</summary>
    public async Task<IReadOnlyList<string>> SubjectsSinceAsync(string tag)
    {
        var log = await new Git.Log { Parent = _git, Oneline = true, Since = $"{tag}..HEAD" }.ExecFile(_options);
        return [.. log.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
    }

    private async Task CommitAsync(string file, string text, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(directory, file), text);
        await new Git.Add { Parent = _git, Pathspec = [file] }.ExecFile(_options);
        var commit = new Git.Commit { Parent = _git, Quiet = true, Message = message };
        await commit.ExecFile(_options);
        Console.WriteLine($"  {commit}");
    }
}
