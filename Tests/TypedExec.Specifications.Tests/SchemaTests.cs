using System.Text.Json.Nodes;
using Json.Schema;
using TypedExec.CommandLines.Reading;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>The schema and the generator agree on what a valid specification is.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "command-specification.schema.json")));

    public static TheoryData<string> Programs => [.. ReadyMade.Sample];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_real_specification_is_valid(string program) => Assert.True(IsValid(ReadyMade.Read(program)));

    [Fact]
    public void Specifications_that_the_generator_accepts_are_valid()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var text = new RandomSpecification(seed).Make();
            Assert.True(IsValid(text), text);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "options": [{}] }""")]
    [InlineData("""{ "options": [{ "name": [] }] }""")]
    [InlineData("""{ "options": [{ "name": "" }] }""")]
    [InlineData("""{ "options": [1] }""")]
    [InlineData("""{ "options": { "description": "x" } }""")]
    [InlineData("""{ "options": [{ "name": "-a", "isRepeatable": 0 }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "isRepeatable": "yes" }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "requiresSeparator": 1 }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "place": "last" }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "args": "file" }] }""")]
    [InlineData("""{ "subcommands": [{ "description": "x" }] }""")]
    [InlineData("""{ "args": [{ "isVariadic": "true" }] }""")]
    [InlineData("""{ "args": [{ "suggestions": "a" }] }""")]
    [InlineData("""{ "description": 1 }""")]
    [InlineData("""{ "deprecated": 1 }""")]
    [InlineData("""{ "options": [{ "name": "-a", "separator": true }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "args": {}, "join": "" }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "args": {}, "pairSeparator": 1 }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "trueValue": true }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "negation": [] }] }""")]
    [InlineData("""{ "args": [{ "after": true }] }""")]
    [InlineData("""{ "options": [{ "name": "-a", "args": {}, "secret": "yes" }] }""")]
    [InlineData("""{ "args": [{ "allowLeadingDash": "yes" }] }""")]
    [InlineData("""{ "exclusiveOptions": ["-a", "-b"] }""")]
    [InlineData("""{ "groups": [{ "options": [{ "name": "-a" }] }] }""")]
    [InlineData("""{ "groups": [{ "name": "input" }] }""")]
    [InlineData("""{ "groups": [{ "name": "input", "args": {}, "place": "last" }] }""")]
    public void Specifications_with_mistakes_are_invalid(string text)
    {
        Assert.NotEmpty(SpecificationReader.Read(text, TestContext.Current.CancellationToken).Mistakes);
        Assert.False(IsValid(text));
    }

    private static bool IsValid(string text) => Schema.Evaluate(JsonNode.Parse(text)).IsValid;
}
