// The programs of the corpus, all of them generated from their specifications. They are public and documented, so that the
// build holds the generated code to what a library's users hold theirs to.
namespace TypedExec.Specifications.Tests.Programs;

/// <summary>adb, from its specification.</summary>
[Command("adb", Specification = "adb.json")]
public partial class Adb;

/// <summary>brew, from its specification.</summary>
[Command("brew", Specification = "brew.json")]
public partial class Brew;

/// <summary>cargo, from its specification.</summary>
[Command("cargo", Specification = "cargo.json")]
public partial class Cargo;

/// <summary>cmake, from its specification.</summary>
[Command("cmake", Specification = "cmake.json")]
public partial class Cmake;

/// <summary>curl, from its specification.</summary>
[Command("curl", Specification = "curl.json")]
public partial class Curl;

/// <summary>docker, from its specification.</summary>
[Command("docker", Specification = "docker.json")]
public partial class Docker;

/// <summary>dotnet, from its specification.</summary>
[Command("dotnet", Specification = "dotnet.json")]
public partial class Dotnet;

/// <summary>ffmpeg, from its specification.</summary>
[Command("ffmpeg", Specification = "ffmpeg.json")]
public partial class Ffmpeg;

/// <summary>find, from its specification.</summary>
[Command("find", Specification = "find.json")]
public partial class Find;

/// <summary>gh, from its specification.</summary>
[Command("gh", Specification = "gh.json")]
public partial class Gh;

/// <summary>git, from its specification.</summary>
[Command("git", Specification = "git.json")]
public partial class Git;

/// <summary>go, from its specification.</summary>
[Command("go", Specification = "go.json")]
public partial class Go;

/// <summary>grep, from its specification.</summary>
[Command("grep", Specification = "grep.json")]
public partial class Grep;

/// <summary>helm, from its specification.</summary>
[Command("helm", Specification = "helm.json")]
public partial class Helm;

/// <summary>kubectl, from its specification.</summary>
[Command("kubectl", Specification = "kubectl.json")]
public partial class Kubectl;

/// <summary>make, from its specification.</summary>
[Command("make", Specification = "make.json")]
public partial class Make;

/// <summary>node, from its specification.</summary>
[Command("node", Specification = "node.json")]
public partial class Node;

/// <summary>npm, from its specification.</summary>
[Command("npm", Specification = "npm.json")]
public partial class Npm;

/// <summary>psql, from its specification.</summary>
[Command("psql", Specification = "psql.json")]
public partial class Psql;

/// <summary>python3, from its specification.</summary>
[Command("python3", Specification = "python3.json")]
public partial class Python3;

/// <summary>rsync, from its specification.</summary>
[Command("rsync", Specification = "rsync.json")]
public partial class Rsync;

/// <summary>ssh, from its specification.</summary>
[Command("ssh", Specification = "ssh.json")]
public partial class Ssh;

/// <summary>tar, from its specification.</summary>
[Command("tar", Specification = "tar.json")]
public partial class Tar;

/// <summary>terraform, from its specification.</summary>
[Command("terraform", Specification = "terraform.json")]
public partial class Terraform;

/// <summary>yarn, from its specification.</summary>
[Command("yarn", Specification = "yarn.json")]
public partial class Yarn;
