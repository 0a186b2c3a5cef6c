using System.Text.Json.Serialization;
using TypedExec;

namespace GitReport;

/// <summary>GitHub's own command line, if it is installed. Its output is JSON.</summary>
[Command("gh")]
public partial interface IGitHub
{
    /// <summary>Returns the open pull requests.</summary>
    [Run("pr list --state open --json number,title", Json = typeof(GitHubJson))]
    Task<PullRequest[]> PullRequestsAsync(CancellationToken cancellationToken = default);
}

/// <summary>A pull request.</summary>
public sealed record PullRequest(int Number, string Title);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PullRequest[]))]
internal sealed partial class GitHubJson : JsonSerializerContext;
