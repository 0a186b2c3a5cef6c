using System.Text;
using System.Text.Json;
using TypedExec.CommandLines.Reading;
using TypedExec.CommandLines.Specifications;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>The package's specifications: all are read without a mistake, and say of some programs what is known of them.</summary>
public sealed class ReadyMadeTests
{
    [Fact]
    public void There_are_more_than_700_programs()
        => Assert.InRange(Directory.GetFiles(ReadyMade.Folder, "*.json").Length, 701, 800);

    [Fact]
    public void None_of_them_has_a_mistake()
    {
        var mistakes = ReadyMade.Files.AsParallel().SelectMany(static file =>
        {
            var text = File.ReadAllText(file);
            return SpecificationReader.Read(text).Mistakes.Select(mistake => $"{file}:{SpecificationTrial.LineOf(text, mistake.Start)}: {mistake.Message}");
        });
        AssertNone([.. mistakes.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Takes long, so it runs only on request: with 1 for all files, or with a part of their paths, such as <c>/aws/</c>.</summary>
    [Fact]
    public void All_of_them_produce_working_commands()
    {
        var wanted = Environment.GetEnvironmentVariable("TYPEDEXEC_ALL_SPECIFICATIONS") ?? "";
        Assert.SkipUnless(wanted.Length > 0, "TYPEDEXEC_ALL_SPECIFICATIONS=1 generates and compiles all specifications.");
        var output = TestContext.Current.TestOutputHelper!;
        var problems = new List<string>();
        var count = 0;
        var files = ReadyMade.Files.Where(file => wanted == "1" || file.Contains(wanted, StringComparison.Ordinal));
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            var found = SpecificationTrial.Problems(File.ReadAllText(file));
            lock (problems)
            {
                output.WriteLine($"{++count}: {file}");
                foreach (var problem in found)
                {
                    output.WriteLine("    " + problem);
                    problems.Add($"{file}: {problem}");
                }
            }
        });
        AssertNone(problems);
    }

    [Fact]
    public void A_tree_with_a_hundred_thousand_options_has_one_file_per_branch()
    {
        var aws = Command("aws");
        Assert.InRange(aws.Subcommands.Count, 300, 1_000);
        Assert.All(aws.Subcommands.Where(static service => service.Name is "s3" or "ec2"), static service => Assert.Empty(service.Subcommands));

        var s3 = Command("aws/s3");
        Assert.Equal(("aws", "s3"), (s3.Name, Assert.Single(s3.Subcommands).Name));
        Assert.Contains(s3.Subcommands[0].Subcommands, static command => command.Name == "ls");
        Assert.Contains(s3.Options, static option => option.Name == "--profile");
    }

    [Fact]
    public void Parts_that_a_command_loads_from_elsewhere_are_included()
        => Assert.Contains(Command("docker").Subcommands.Single(static command => command.Name == "compose").Subcommands, static command => command.Name == "up");

    [Fact]
    public void The_newest_of_several_versions_is_used()
        => Assert.InRange(Command("heroku").Subcommands.Count, 100, 1_000);

    [Theory]
    [InlineData("git commit", "--message", 1, false)]
    [InlineData("git commit", "--amend", 0, false)]
    [InlineData("docker run", "--rm", 0, false)]
    [InlineData("kubectl get", "--output", 1, false)]
    [InlineData("npm install", "--save-dev", 0, false)]
    [InlineData("npm audit", "--omit", 1, true)]
    [InlineData("terraform plan", "-var", 1, true)]
    [InlineData("ssh", "-v", 0, true)]
    [InlineData("rsync", "--exclude", 1, false)]
    [InlineData("tar --create", "--exclude", 1, false)]
    [InlineData("grep", "--exclude-dir", 1, true)]
    [InlineData("grep", "--ignore-case", 0, false)]
    public void It_is_known_of_an_option(string command, string option, int values, bool mayBeRepeated)
    {
        var words = command.Split(' ');
        var found = words[1..].Aggregate(Command(words[0]), static (outer, word) => outer.Subcommands.Single(inner => inner.Names.Contains(word)))
            .Options.Single(one => one.Names.Contains(option));
        Assert.Equal((values, mayBeRepeated), (found.Arguments.Count, found.IsRepeatable));
    }

    [Fact]
    public void Converting_twice_gives_the_same_files()
    {
        var converter = Path.Combine(ReadyMade.Repository(), "Generator", "TypedExec.Specifications", "converter", "convert.mjs");
        var folder = ReadyMade.Folder;
        var before = Directory.GetLastWriteTimeUtc(folder);
        var again = new Executable("node").ExecFileSync([converter]);
        Assert.Equal((folder, before), (again.Stdout.TrimEnd(), Directory.GetLastWriteTimeUtc(folder)));
    }

    /// <summary>What our converter makes of every kind of member, on a module that is written here.</summary>
    [Fact]
    public void Static_values_are_kept_and_functions_are_omitted()
    {
        Assert.SkipUnless(Executable.FindPath("node") is not null, "node is not installed");
        var module = Path.Combine(ReadyMade.Repository(), "Generator", "TypedExec.Specifications", "converter", "specification.mjs");
        var script = $$"""
            import { convert, print } from {{JsonSerializer.Serialize(new Uri(module).AbsoluteUri)}};
            const modules = { other: { name: "other", description: "Of the other.", options: [{ name: "--of-other" }] }, self: { name: "self", subcommands: [{ name: "again", loadSpec: "self" }] } };
            const tool = {
              name: "tool",
              description: ["Two", " lines\nof text."],
              icon: "x",
              generateSpec: async () => ({}),
              parserDirectives: { optionArgSeparators: ":", alias: () => "" },
              args: [{ name: ["first", "second"], template: "filepaths", generators: { script: () => [] }, suggestions: ["a", { name: ["b", "c"] }, { name: "shown", insertValue: "typed" }, { name: "d", insertValue: "d {cursor}" }] }],
              options: [
                { name: ["-a", " --all\n"], isRepeatable: 3, exclusiveOn: ["-b"], dependsOn: ["-b", "-c"], deprecated: { insertion: "x", description: "Old." } },
                { description: "Without a name." },
                { name: "--value", args: { default: 5, isOptional: true, suggestions: () => [] }, requiresSeparator: true, priority: 3 },
              ],
              subcommands: [{ name: "inner", loadSpec: "other", description: "Mine." }, { name: "own", loadSpec: () => ({}) }, { name: "self", loadSpec: "self" }, { name: "missing", loadSpec: "nowhere" }],
            };
            const left = [];
            const made = convert(tool, { load: (path) => modules[path], report: (line) => left.push(line) });
            console.log(JSON.stringify([made, left]) + "\n" + print(made));
            """;
        var output = new Executable("node").ExecFileSync(["--input-type=module", "--eval", script]).Stdout;
        var end = output.IndexOf('\n', StringComparison.Ordinal);
        Assert.Equal(
            """[{"name":"tool","description":"Two lines of text.","parserDirectives":{"optionArgSeparators":[":"]},"args":[{"name":"first","template":"filepaths","suggestions":["a","b","c","typed","d"]}],"options":[{"name":["-a","--all"],"isRepeatable":3,"exclusiveOn":["-b"],"dependsOn":["-c"],"deprecated":{"description":"Old."}},{"name":"--value","args":[{"isOptional":true,"default":5}],"requiresSeparator":true}],"subcommands":[{"name":"inner","description":"Mine.","options":[{"name":"--of-other"}]},{"name":"own"},{"name":"self","subcommands":[{"name":"again"}]},{"name":"missing"}]},["-a depends on an option that it excludes","an option has no name"]]""",
            output[..end]);

        var printed = output[(end + 1)..];
        Assert.Empty(SpecificationReader.Read(printed, TestContext.Current.CancellationToken).Mistakes);
        Assert.Equal(Compact(output[..end][1..output.LastIndexOf("},[", end, StringComparison.Ordinal)] + "}"), Compact(printed));
        Assert.Contains("\n    {\"name\":\"--value\"", printed, StringComparison.Ordinal);
    }

    private static void AssertNone(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            Assert.Fail($"{problems.Count} problems:\n{string.Join('\n', problems.Take(200))}");
        }
    }

    private static string Compact(string json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            using var document = JsonDocument.Parse(json);
            document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static CommandSpecification Command(string program)
        => SpecificationReader.Read(ReadyMade.Read(program), TestContext.Current.CancellationToken).Command!;
}
