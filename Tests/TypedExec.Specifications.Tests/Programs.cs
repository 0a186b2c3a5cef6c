// Programs that the tests run, generated from specifications that contain what the tests need. They are public and documented,
// so that the build applies the same rules to the generated code as a library's users do.
namespace TypedExec.Specifications.Tests.Programs;

/// <summary>curl, from its specification.</summary>
[Command("curl", Specification = "curl")]
public partial class Curl;

/// <summary>find, from its specification.</summary>
[Command("find", Specification = "find.json")]
public partial class Find;

/// <summary>git, from its specification.</summary>
[Command("git", Specification = "git.json")]
public partial class Git;

/// <summary>grep, from its specification.</summary>
[Command("grep", Specification = "Programs/grep.json")]
public partial class Grep;

/// <summary>npm, from its specification.</summary>
[Command("npm", Specification = "npm.json")]
public partial class Npm;

/// <summary>tar, from its specification.</summary>
[Command("tar", Specification = "tar.json")]
public partial class Tar;
