using TypedExec;

namespace ReleaseNotes;

/// <summary>git. The specifications are this sample's own, with as much of each program as it needs.</summary>
[Command("git", Specification = "git.json")]
public partial class Git;

/// <summary>tar, whose operations are subcommands.</summary>
[Command("tar", Specification = "tar.json")]
public partial class Tar;

/// <summary>grep.</summary>
[Command("grep", Specification = "grep.json")]
public partial class Grep;

/// <summary>curl.</summary>
[Command("curl", Specification = "curl.json")]
public partial class Curl;

/// <summary>Node.js.</summary>
[Command("node", Specification = "node.json")]
public partial class Node;

/// <summary>npm.</summary>
[Command("npm", Specification = "npm.json")]
public partial class Npm;

/// <summary>The .NET SDK.</summary>
[Command("dotnet", Specification = "dotnet.json")]
public partial class Dotnet;

/// <summary>find. Its expression begins with a dash, so the property is declared here and overrides the specification.</summary>
[Command("find", Specification = "find.json")]
public partial class Find
{
    /// <summary>Gets or sets tests and actions, such as <c>-name *.md</c>.</summary>
    [Argument(1, AllowLeadingDash = true)]
    public IReadOnlyList<string> Expression { get; init; } = [];
}
