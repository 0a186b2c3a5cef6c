using System.Text;
using CsCheck;
using TypedExec.Platform;
using TypedExec.Platform.Windows;
using TypedExec.Requests;

namespace TypedExec.Tests.Windows;

/// <summary>The command line that a child splits again, and what is rejected; this doesn't require Windows.</summary>
public sealed class CommandLineTests
{
    private static readonly Gen<string> s_argument = Gen.String[Gen.OneOf(Gen.Char["\\\" \t%^&|<>()!a"], Gen.Char['a', 'z']), 0, 12];

    [Fact]
    public void The_C_runtime_splits_the_line_into_the_same_arguments()
        => s_argument.Array[0, 6].Sample(arguments => Assert.Equal(arguments, Split(Quoted(arguments))));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("C:\\dir\\", "C:\\dir\\")]
    [InlineData("C:\\my dir\\", "\"C:\\my dir\\\\\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("\\\"", "\"\\\\\\\"\"")]
    public void An_argument_is_quoted_as_in_libuv(string argument, string quoted) => Assert.Equal(quoted, Quoted([argument]));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("&calc", "\"&calc\"")]
    [InlineData("\"&calc", "\"\"\"&calc\"")]
    [InlineData("%PATH%", "\"%%cd:~,%PATH%%cd:~,%\"")]
    [InlineData("a\\", "\"a\\\\\"")]
    public void An_argument_of_a_batch_file_stays_inside_its_quotes(string argument, string quoted)
        => Assert.Equal($"cmd.exe /d /e:ON /v:OFF /s /c \"\"C:\\x.cmd\" {quoted}\"", BatchCommandLine.Of("C:\\x.cmd", Request(argument), Environment()));

    [Fact]
    public void A_percent_sign_in_a_batch_files_path_does_not_start_a_variable()
    {
        Assert.Equal(
            "cmd.exe /d /e:ON /v:OFF /s /c \"\"C:\\%%cd:~,%NAME%%cd:~,%\\x.cmd\" a\"",
            BatchCommandLine.Of("C:\\%NAME%\\x.cmd", Request("a"), Environment()));
        var withDirectory = new WindowsEnvironment(ChildEnvironment.From(new Dictionary<string, string?> { ["CD"] = "x" }, clear: true, null));
        Assert.Throws<ArgumentException>(() => BatchCommandLine.Of("C:\\%NAME%\\x.cmd", Request("a"), withDirectory));
    }

    [Fact]
    public void A_line_that_is_too_long_for_cmd_is_rejected()
    {
        Assert.Equal(Errno.ENAMETOOLONG, Assert.Throws<SpawnFailureException>(() => BatchCommandLine.Of("C:\\x.cmd", Request(new string('x', 8191)), Environment())).Errno);
        Assert.Equal(Errno.ENAMETOOLONG, Assert.Throws<SpawnFailureException>(() => WindowsCommandLine.Of("/cmd.exe", Request(new string('x', 8191)), Environment())).Errno);
        Assert.NotNull(WindowsCommandLine.Of("/true.exe", Request(new string('x', 8191)), Environment()));
    }

    [Fact]
    public void A_line_break_in_a_verbatim_argument_of_a_batch_file_is_rejected()
    {
        var request = Request("a\n&calc") with { Options = new RunOptions(new SpawnOptions { WindowsVerbatimArguments = true }) };

        Assert.StartsWith("Argument 1 contains a line break", Assert.Throws<ArgumentException>(() => BatchCommandLine.Of("C:\\x.cmd", request, Environment())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", "\"a b\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\"")]
    [InlineData("C:\\a\\", "C:\\a\\")]
    public void Backslashes_in_the_first_word_are_literal(string argv0, string quoted)
        => Assert.Equal(quoted + " x", WindowsCommandLine.Of("C:\\true.exe", Request("x") with { Argv = [argv0, "x"] }, Environment()));

    [Fact]
    public void A_quote_in_the_first_word_is_rejected()
        => Assert.Contains("Argv0", Assert.Throws<ArgumentException>(() => WindowsRefusals.Check(Programs.Request(new SpawnOptions { Argv0 = "a\" b" }))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("C:\\a;C:\\b", new[] { "C:\\a", "C:\\b" })]
    [InlineData("\"C:\\x;y\";C:\\b", new[] { "C:\\x;y", "C:\\b" })]
    [InlineData("C:\\\"x;y\"\\z", new[] { "C:\\x;y\\z" })]
    [InlineData(";;\"\"; ", new string[0])]
    [InlineData("\"C:\\never closed;C:\\b", new[] { "C:\\never closed;C:\\b" })]
    public void The_entries_of_PATH_may_be_quoted(string path, string[] entries) => Assert.Equal(entries, TypedExec.Shells.WindowsPath.Entries(path));

    [Theory]
    [InlineData("C:\\x", true)]
    [InlineData("\\\\server\\share", true)]
    [InlineData("c:/x", true)]
    [InlineData("C:x", false)]
    [InlineData("\\x", false)]
    [InlineData(".", false)]
    [InlineData("bin", false)]
    public void A_relative_path_is_not_a_search_path(string path, bool isFull) => Assert.Equal(isFull, TypedExec.Shells.WindowsPath.IsFull(path));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    public void A_line_break_for_a_batch_file_is_rejected(string argument)
    {
        var error = Assert.Throws<ArgumentException>(() => BatchCommandLine.Of("C:\\x.cmd", Request(argument), Environment()));

        Assert.StartsWith("Argument 1 contains a line break", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbatim_arguments_are_not_quoted()
    {
        var request = Request("\"a b\" c") with { Options = new RunOptions(new SpawnOptions { WindowsVerbatimArguments = true }) };

        Assert.Equal("true \"a b\" c", WindowsCommandLine.Of("C:\\true.exe", request, Environment()));
    }

    [Fact]
    public void Options_that_Windows_lacks_are_rejected_by_name()
    {
        Refused("option Uid", new SpawnOptions { Uid = 1 });
        Refused("option Gid", new SpawnOptions { Gid = 1 });
        Refused("option Stdio with 2049 entries", new SpawnOptions { Stdio = [.. Enumerable.Repeat(Stdio.Ignore, 2049)] });
        Refused("KillSignal with SIGHUP", new SpawnOptions { KillSignal = Signal.SIGHUP });
        Refused("KillSignal with SIGUSR1", new SpawnOptions { KillSignal = Signal.SIGUSR1 });
        Refused("KillSignal with SIGABRT", new SpawnOptions { KillSignal = Signal.SIGABRT });
    }

    [Theory]
    [InlineData(2, "ENOENT")]
    [InlineData(5, "EPERM")]
    [InlineData(740, "EACCES")]
    [InlineData(206, "ENAMETOOLONG")]
    [InlineData(32, "EBUSY")]
    [InlineData(87, "EINVAL")]
    [InlineData(1359, "UNKNOWN")]
    public void Errors_have_the_names_that_libuv_gives_them(int error, string name)
        => Assert.Equal(name, Errno.Name(WindowsErrno.Of(error)));

    private static void Refused(string name, SpawnOptions options)
        => Assert.Contains(name, Assert.Throws<PlatformNotSupportedException>(() => WindowsRefusals.Check(Programs.Request(options))).Message, StringComparison.Ordinal);

    private static Requests.StartRequest Request(string argument)
        => Programs.Request(new SpawnOptions()) with { Argv = ["true", argument] };

    private static WindowsEnvironment Environment() => new(Requests.ChildEnvironment.From(null, clear: true, null));

    private static string Quoted(string[] arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            line.Append(line.Length == 0 ? "" : " ");
            WindowsCommandLine.AppendQuoted(line, argument);
        }

        return line.ToString();
    }

    /// <summary>The documented rules: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.</summary>
    private static string[] Split(string line)
    {
        var arguments = new List<string>();
        StringBuilder? argument = null;
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var backslashes = line.AsSpan(i).IndexOfAnyExcept('\\') is >= 0 and var count ? count : line.Length - i;
            if (i + backslashes < line.Length && line[i + backslashes] == '"')
            {
                argument = (argument ?? new()).Append('\\', backslashes / 2);
                i += backslashes;
                if (backslashes % 2 == 1)
                {
                    argument.Append('"');
                }
                else if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    argument.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }
            else if (backslashes > 0)
            {
                (argument ??= new()).Append('\\', backslashes);
                i += backslashes - 1;
            }
            else if (line[i] is ' ' or '\t' && !isQuoted)
            {
                AddTo(arguments, ref argument);
            }
            else
            {
                (argument ??= new()).Append(line[i]);
            }
        }

        AddTo(arguments, ref argument);
        return [.. arguments];
    }

    private static void AddTo(List<string> arguments, ref StringBuilder? argument)
    {
        if (argument is not null)
        {
            arguments.Add(argument.ToString());
            argument = null;
        }
    }
}
