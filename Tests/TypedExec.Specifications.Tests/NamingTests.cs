using System.Globalization;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using TypedExec.CommandLines.Naming;
using Xunit;

namespace TypedExec.Specifications.Tests;

/// <summary>Names never conflict, and an option's name depends only on options with the same words.</summary>
public sealed class NamingTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        "v", "V", "all", "All", "ALL", "dry-run", "dryRun", "dry_run", "DryRun", "exec", "Parent", "build", "tool", "file", "File", "class",
        "1", "4", "3way", "0", "?", "###", "", "-", "+t", "if=", "größe", "日本", "e\u0301", "a.b", "a:b", "no-all", "file-option", "fileOption",
        "option-all", "x2B", "0x2B", "-0x2D-", "upper-v", "UpperV", "known", "to-string", "get-hash-code", "😀", "_", "__", "e", "E", "ſ", "ı");

    private static readonly Gen<string> Spellings
        = Gen.Select(Gen.OneOf("", "-", "--", "---", "+"), Gen.OneOf(Words, Gen.String[Gen.Char["abAB01-_.+?= é"], 0, 5]))
            .Select(static (dashes, word) => dashes + word)
            .Where(static spelling => spelling.Length > 0);

    private static readonly Gen<string[]> Sets = Spellings.Array[1, 12].Select(static spellings => spellings.Distinct(StringComparer.Ordinal).ToArray());

    [Fact]
    public void No_two_members_have_the_same_name() => Gen.Select(Sets, Sets, Spellings.Array[0, 5]).Sample(
        static (subcommands, options, arguments) =>
        {
            var names = Assign(subcommands, options, arguments);
            string[] all = [.. names.Subcommands, .. names.Options, .. names.Arguments];
            Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
            Assert.All(all, static name => Assert.True(SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None, name));
            Assert.DoesNotContain("Tool", all);
            Assert.DoesNotContain(names.Subcommands, GeneratedNames.HaveClass);
            Assert.DoesNotContain([.. names.Options, .. names.Arguments], GeneratedNames.HaveProperty);
        },
        iter: 20_000,
        seed: Seeds.First);

    [Fact]
    public void An_added_option_changes_only_names_with_the_same_words() => Gen.Select(Sets, Sets, Spellings.Array[0, 4], Spellings, Gen.Int[0, 12]).Sample(
        static (subcommands, options, arguments, added, place) =>
        {
            if (options.Contains(added))
            {
                return;
            }

            var before = Assign(subcommands, options, arguments);
            var after = Assign(subcommands, [.. options[..Math.Min(place, options.Length)], added, .. options[Math.Min(place, options.Length)..]], arguments);
            var plain = PlainName.ForOption(added);
            string[] related = [plain, plain + "Option", Trimmed(plain, "Option")];
            Assert.Equal(before.Subcommands, after.Subcommands);
            var kept = after.Options.Where((_, index) => index != Math.Min(place, options.Length)).ToArray();
            for (var i = 0; i < options.Length; i++)
            {
                if (!related.Contains(PlainName.ForOption(options[i])))
                {
                    Assert.Equal(before.Options[i], kept[i]);
                }

                // Whatever changes, an old name never refers to the new option.
                Assert.NotEqual(before.Options[i], after.Options[Math.Min(place, options.Length)]);
            }
        },
        iter: 20_000,
        seed: Seeds.First);

    [Fact]
    public void The_order_of_the_options_changes_no_name() => Sets.Sample(
        static options =>
        {
            var names = Assign([], options, []).Options;
            Assert.Equal(names.Reverse(), Assign([], [.. options.Reverse()], []).Options);
        },
        iter: 5_000,
        seed: Seeds.First);

    [Fact]
    public void An_exact_name_encodes_the_whole_spelling() => Sets.Sample(
        static options => Assert.Equal(options.Length, options.Select(static option => ExactName.Create("Option", option)).Distinct(StringComparer.Ordinal).Count()),
        iter: 20_000,
        seed: Seeds.First);

    [Theory]
    [InlineData("--dry-run", "DryRun")]
    [InlineData("-v", "V")]
    [InlineData("-V", "UpperV")]
    [InlineData("-1", "Option1")]
    [InlineData("--3way", "Option3way")]
    [InlineData("-?", "Question")]
    [InlineData("-###", "HashHashHash")]
    [InlineData("+t", "PlusT")]
    [InlineData("if=", "If")]
    [InlineData("--", "DashDash")]
    [InlineData("-acodec", "Acodec")]
    [InlineData("--exec", "ExecOption")]
    [InlineData("--build", "BuildOption")]
    [InlineData("--parent", "ParentOption")]
    [InlineData("--to-string", "ToStringOption")]
    [InlineData("--tool", "ToolOption")]
    [InlineData("--größe", "Größe")]
    [InlineData("--class", "Class")]
    public void An_option_has_the_name_a_person_would_choose(string spelling, string name)
        => Assert.Equal([name], Assign([], [spelling], []).Options);

    [Theory]
    [InlineData("--foo-bar", "--fooBar", "Option_DashDash_foo_bar", "Option_DashDash_fooBar")]
    [InlineData("-all", "--all", "Option_Dash_all", "Option_DashDash_all")]
    [InlineData("-v", "-V", "V", "UpperV")]
    public void Options_with_the_same_words_get_different_names(string first, string second, string firstName, string secondName)
        => Assert.Equal([firstName, secondName], Assign([], [first, second], []).Options);

    [Fact]
    public void A_subcommands_name_takes_precedence_over_an_options()
    {
        var names = Assign(["version", "tool", "exec"], ["--version"], []);
        Assert.Equal(["Version", "ToolCommand", "ExecCommand"], names.Subcommands);
        Assert.Equal(["VersionOption"], names.Options);
    }

    [Fact]
    public void An_option_and_an_argument_with_the_same_name_get_suffixes()
    {
        var names = Assign([], ["--file"], ["[FILE]...", "file", "path"]);
        Assert.Equal(["File"], names.Options);
        Assert.Equal(["File_1", "File_2", "Path"], names.Arguments);
        names = Assign([], ["--file"], ["FILE"]);
        Assert.Equal(["FileOption"], names.Options);
        Assert.Equal(["FileArgument"], names.Arguments);
    }

    [Theory]
    [InlineData("--password", true)]
    [InlineData("--registry-token", true)]
    [InlineData("--api-key", true)]
    [InlineData("--authToken", true)]
    [InlineData("--token-file", false)]
    [InlineData("--password-stdin", false)]
    [InlineData("--key", false)]
    [InlineData("--pass", true)]
    [InlineData("--compass", false)]
    public void An_option_is_secret_when_its_last_word_is(string spelling, bool isSecret)
        => Assert.Equal(isSecret, SecretName.Is(spelling));

    private static MemberNames Assign(string[] subcommands, string[] options, string[] arguments)
        => MemberNames.Assign("Tool", subcommands, options, arguments, new HashSet<string>(), new HashSet<string>());

    private static string Trimmed(string text, string end)
        => text.EndsWith(end, false, CultureInfo.InvariantCulture) ? text[..^end.Length] : text;
}
