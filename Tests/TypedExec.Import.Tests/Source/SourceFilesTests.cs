using System.Reflection;
using TypedExec.Import.Source;
using TypedExec.Import.Tests.Support;
using TypedExec.Specifications.Tests;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Reading;

namespace TypedExec.Import.Tests.Source;

/// <summary>The source of real specifications: it compiles unchanged, and says what the specification says.</summary>
public sealed class SourceFilesTests
{
    public static TheoryData<string> Programs => [.. ReadyMade.Sample];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task It_compiles_without_warnings_and_renders_the_same_arguments_as_the_specification(string program)
    {
        var text = ReadyMade.Read(program);
        var specification = SpecificationReader.Read(text, TestContext.Current.CancellationToken).Command!;

        var written = await Consumer.CompileAsync(SourceFiles.Of(specification, "Demo", "Tool").Select(file => file.Text));
        var specified = await Consumer.CompileAsync(
            [$"using TypedExec; namespace Demo; /// <summary>A tool.</summary>\n[Command(\"{specification.Name}\", Specification = \"tool.json\")] public partial class Tool;"],
            ("/project/tool.json", text));

        AssertSame(written.GetType("Demo.Tool", throwOnError: true)!, specified.GetType("Demo.Tool", throwOnError: true)!, specification);
    }

    [Fact]
    public void A_file_is_as_tidy_as_a_hand_written_one()
    {
        var specification = SpecificationReader.Read(
            """
            {"name":"shop","description":"Sells things","options":[
                {"name":["-v","--verbose"],"description":"Say more","isRepeatable":true},
                {"name":"--color","description":"Use <colors>","args":[{"name":"when","isOptional":true,"suggestions":["always","never"]}]},
                {"name":"--api-token","args":[{"name":"token"}]},
                {"name":"--fast","exclusiveOn":["--slow"]},{"name":"--slow"}],
             "subcommands":[{"name":["buy","get"],"description":"Buy a thing","options":[
                {"name":["-t","--tags"],"args":[{"name":"tag","isVariadic":true}]},
                {"name":"--store","isRequired":true,"args":[{"name":"store"}]}],
              "args":[{"name":"thing"},{"name":"more","isVariadic":true,"isOptional":true}]}]}
            """,
            TestContext.Current.CancellationToken).Command!;

        Snapshot.Verify(string.Join("\n", SourceFiles.Of(specification, "Shops", "Shop").Select(file => $"// {file.Name}\n{file.Text}")), "source-shop");
    }

    [Fact]
    public void Classes_that_differ_only_in_case_have_separate_files()
    {
        var specification = SpecificationReader.Read("""{"name":"x","subcommands":[{"name":"ab"},{"name":"aB"}]}""", TestContext.Current.CancellationToken).Command!;

        Assert.Equal(3, SourceFiles.Of(specification, "N", "X").Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static void AssertSame(Type written, Type specified, CommandSpecification specification)
    {
        var properties = Sample.Properties(written).ToDictionary(property => property.Name);
        var others = Sample.Properties(specified);
        var merged = others.Where(property => !properties.ContainsKey(property.Name) && IsArgument(property, specification)).ToList();
        Assert.Equal([], properties.Keys.Except(others.Select(property => property.Name)));
        foreach (var property in others.Where(other => properties.ContainsKey(other.Name)))
        {
            var own = properties[property.Name];
            if (own.PropertyType != property.PropertyType)
            {
                // An argument that became a list because several follow.
                Assert.NotEmpty(merged);
                continue;
            }

            foreach (var value in Sample.Of(property.PropertyType))
            {
                var (expected, arguments) = (Sample.Arguments(specified, (property.Name, value)), Sample.Arguments(written, (property.Name, value)));
                if (!(expected is [['!', ..]] && NeedsOuter(specification, arguments)))
                {
                    Assert.Equal(expected, arguments);
                }
            }
        }

        if (merged.Count == 0)
        {
            AssertSameTogether(written, specified, [.. properties.Values]);
        }

        var classes = Subcommands(written);
        Assert.Equal(Subcommands(specified).Keys.Order(), classes.Keys.Order());
        foreach (var subcommand in specification.Subcommands)
        {
            AssertSame(classes[subcommand.Name], Subcommands(specified)[subcommand.Name], subcommand);
        }
    }

    /// <summary>Returns whether an option requires one of an outer command: an attribute names only those of its own class.</summary>
    private static bool NeedsOuter(CommandSpecification specification, IReadOnlyList<string> arguments) => specification.Options.Any(option
        => option.DependsOn.Any(name => !specification.Options.Any(other => other.Names.Contains(name)))
            && arguments.Any(argument => argument.StartsWith(option.Name, StringComparison.Ordinal)));

    /// <summary>Compares all at once, except for those that exclude each other: the order is the same too.</summary>
    private static void AssertSameTogether(Type written, Type specified, IReadOnlyList<PropertyInfo> properties)
    {
        var values = new List<(string, object)>();
        foreach (var property in properties)
        {
            var sample = Sample.Of(property.PropertyType).First();
            if (Sample.Arguments(specified, [.. values, (property.Name, sample)]) is not [['!', ..]])
            {
                values.Add((property.Name, sample));
            }
        }

        Assert.Equal(Sample.Arguments(specified, values), Sample.Arguments(written, values));
    }

    private static bool IsArgument(PropertyInfo property, CommandSpecification specification)
        => specification.Arguments.Count > 1 && property.PropertyType != typeof(bool);

    private static Dictionary<string, Type> Subcommands(Type type)
        => type.GetNestedTypes()
            .Where(nested => nested.GetCustomAttribute<SubcommandAttribute>() is not null)
            .ToDictionary(nested => nested.GetCustomAttribute<SubcommandAttribute>()!.Path);
}
