using Xunit;

namespace TypedExec.Generator.Tests;

/// <summary>What is generated, file by file.</summary>
public sealed class GeneratedCodeTests
{
    [Fact]
    public void A_command_without_options() => Snapshot.Verify("""
        namespace Demo;

        [TypedExec.Command("git")]
        internal partial class Git;
        """);

    [Fact]
    public void A_command_with_every_kind_of_option() => Snapshot.Verify("""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using TypedExec;

        namespace Demo;

        internal enum Level { Low, VeryHigh, [EnumValue("MAX!")] Max, Top = Max }

        [Command("tool")]
        internal partial class Tool
        {
            [Option("--flag")] public bool Flag { get; init; }
            [Option("--sign", Negation = "--no-sign")] public bool? Sign { get; init; }
            [Option("--text", Short = "-t")] public string? Text { get; init; }
            [Option("--short", Short = "-s", PreferShort = true)] public string? Short { get; set; }
            [Option("--int", Separator = "=")] public int? Int { get; init; }
            [Option("-O", Separator = "")] public byte Optimize { get; init; } = 2;
            [Option("--char")] public char? Char { get; init; }
            [Option("--guid")] public Guid Guid { get; init; }
            [Option("--uri")] public Uri? Uri { get; init; }
            [Option("--file")] public FileInfo? File { get; init; }
            [Option("--dir")] public DirectoryInfo? Directory { get; init; }
            [Option("--level")] public Level? Level { get; init; }
            [Option("--version")] public Version? Version { get; init; }
            [Option("--list")] public IReadOnlyList<string> List { get; init; } = [];
            [Option("--join", Join = ",")] public int[]? Join { get; init; }
            [Option("--levels")] public List<Level?> Levels { get; init; } = [];
            [Option("--array")] public ImmutableArray<double> Array { get; init; }
            [Option("--set")] public ISet<string>? Set { get; init; }
            [Option("-D", Separator = "")] public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();
            [Option("--pair")] public IReadOnlyList<KeyValuePair<string, int?>> Pairs { get; init; } = [];
            [Option("--tuple")] public (string Key, Level Value)[] Tuples { get; init; } = [];
            [Option("--token", Separator = "=", Secret = true)] public required string Token { get; init; }
            [Argument(1, After = "--")] public IReadOnlyList<string> Rest { get; init; } = [];
            [Argument(0, AllowLeadingDash = true, Secret = true)] public required int First { get; init; }
        }
        """);

    [Fact]
    public void Subcommands_with_global_options() => Snapshot.Verify("""
        using System.Collections.Generic;
        using TypedExec;

        namespace Demo;

        /// <summary>Git.</summary>
        [Command("git")]
        public partial class Git
        {
            /// <summary>Where git runs.</summary>
            [Option("-C")] public string? Directory { get; init; }

            /// <summary>Outer positionals do not go along.</summary>
            [Argument(0)] public string? Alias { get; init; }

            /// <summary>git commit.</summary>
            [Subcommand("commit")]
            public partial class Commit
            {
                /// <summary>The message.</summary>
                [Option("--message", Short = "-m")] public required string Message { get; init; }

                /// <summary>The paths.</summary>
                [Argument(0, After = "--")] public IReadOnlyList<string> Paths { get; init; } = [];
            }

            /// <summary>git remote.</summary>
            [Subcommand("remote")]
            public partial class Remote
            {
                /// <summary>git remote add.</summary>
                [Subcommand("set-url  --push")]
                public partial record SetUrl;
            }
        }
        """);

    [Fact]
    public void A_static_command_has_the_array_forms_only() => Snapshot.Verify("""
        namespace Demo;

        [TypedExec.Command("node", Fork = true)]
        internal static partial class Node;
        """);

    [Fact]
    public void A_record_in_a_struct() => Snapshot.Verify("""
        internal partial struct Tools
        {
            [TypedExec.Command("git")]
            internal sealed partial record @class
            {
                [TypedExec.Option("-v")] public bool @int { get; init; }
            }
        }
        """);

    [Fact]
    public void Members_that_are_declared_are_not_generated_again() => Snapshot.Verify("""
        using System.Collections.Generic;
        using System.Threading;
        using TypedExec;

        namespace Demo;

        [Command("git")]
        internal partial class Git
        {
            public static ChildProcess Spawn(IEnumerable<string> args, SpawnOptions? options = null, CancellationToken cancellationToken = default) => s_executable.Spawn(args, options, cancellationToken);
            public ExecResult ExecSync(ExecOptions? options) => CommandExtensions.ExecSync(this, options);
            public static Execution Exec(int number, CancellationToken cancellationToken) => Exec($"log -{number}", null, cancellationToken);
            public IReadOnlyList<string> ToArguments() => ["log"];
            public override string ToString() => "git log";
        }
        """);

    [Fact]
    public void Clashing_methods_are_not_generated() => Snapshot.Verify("""
        namespace Demo;

        [TypedExec.Command("docker")]
        internal static partial class Docker
        {
            [TypedExec.Subcommand("exec")]
            internal static partial class Exec;
        }
        """);

    [Fact]
    public void A_class_without_a_builder() => Snapshot.Verify("""
        namespace Demo;

        [TypedExec.Command("git")]
        internal sealed partial class Git(string directory)
        {
            [TypedExec.Option("-C")] public string Directory { get; init; } = directory;
        }
        """);

    [Fact]
    public void A_command_that_forks_with_typed_messages() => Snapshot.Verify("""
        using System;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using TypedExec;

        namespace Demo;

        internal sealed record Job(int Number);

        [JsonSerializable(typeof(Job))]
        [JsonSerializable(typeof(string))]
        internal sealed class AppJson() : JsonSerializerContext(null)
        {
            public static AppJson Default { get; } = new();
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        [Command("node", Fork = true)]
        [Messages(Send = typeof(Job), Receive = typeof(string), Context = typeof(AppJson))]
        internal static partial class Node;

        [Command("bun", Fork = true)]
        internal static partial class Bun;
        """);

    [Fact]
    public void An_interface_with_every_kind_of_word() => Snapshot.Verify("""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using TypedExec;

        namespace Demo;

        internal enum Level { Low, [EnumValue("MAX!")] Max }

        [Command("tool")]
        internal partial interface ITool
        {
            [Run("log --max={max} {range} [--author={author}] [all? --all [--level={level}]] [-- {paths}] 'the \"end\"' ''")]
            Task<string> LogAsync(string range, int max, string? author = null, bool all = false, Level? level = null, IReadOnlyList<string>? paths = null);

            [Run("{ids} x{items}y {set} {immutable} --set={joined} {uri} {day} {flag} {file} {levels}")]
            void Lists(
                [Hole(AllowLeadingDash = true)] int[] ids,
                IEnumerable<string> items,
                HashSet<long> set,
                ImmutableArray<Guid> immutable,
                [Hole(Join = ",")] List<string> joined,
                Uri uri,
                [Hole(Format = "yyyy")] DateOnly day,
                bool flag,
                FileInfo file,
                Level[] levels);

            [Run("login --token={token} {token} {remote}/{branch}")]
            Task LoginAsync([Hole(Secret = true)] string token, string remote, string branch, ExecFileOptions? options = null, byte[]? input = null, CancellationToken call = default);
        }
        """);

    [Fact]
    public void A_class_with_every_return_type() => Snapshot.Verify("""
        using System;
        using System.Collections.Generic;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;
        using TypedExec;

        namespace Demo;

        internal enum Level { Low, High }

        internal sealed record Entry(string Name, int? Size, Level Level, string Rest = "");

        [Command("tool")]
        internal partial class Tool
        {
            [Option("-C")] public string? Directory { get; init; }

            [Run("a")] public partial Task NothingAsync();
            [Run("a")] internal static partial void Nothing();
            [Run("a")] public static partial Task<string> TextAsync();
            [Run("a")] public static partial byte[] Bytes();
            [Run("a", FalseExitCode = 3)] public static partial Task<bool> TruthAsync();
            [Run("a")] public static partial Task<int?> NumberAsync();
            [Run("a")] public static partial Level Level();
            [Run("a")] public static partial Task<Version?> VersionAsync();
            [Run("a", ItemSeparator = "\0")] public static partial Task<IReadOnlyList<string>> ListAsync();
            [Run("a")] public static partial IEnumerable<Uri> Uris();
            [Run("a", FieldSeparator = "\t")] public static partial IAsyncEnumerable<Entry> EntriesAsync();
            [Run("a", FieldSeparator = ":")] public static partial (string Key, Guid Value)[] Pairs();
            [Run("a", Pattern = "(?<name>.) (?<size>.)? (?<level>.)")] public static partial Task<Entry> FirstAsync();
            [Run("a", Pattern = "version (.*)")] public static partial Version Found();
            [Run("a", PatternFrom = nameof(Any))] public static partial Task<string[]> AnyAsync();
            [Run("a")] public static partial Task<ExecResult> ResultAsync();
            [Run("a")] public static partial ExitStatus Status();
            [Run("a")] public static partial Execution Execution();
            [Run("a")] public static partial ChildProcess Child(SpawnOptions? options = null);
            [Run("a")] public static partial Task ProgressAsync(IProgress<string>? lines, [Progress("(?<p>.)%")] IProgress<int> percent);

            private static Regex Any => new(".");

            [Subcommand("sub way")]
            internal partial class Sub
            {
                [Run("a")] public partial string Own();
                [Run("a")] public static partial string Shared();
            }
        }
        """);
}
