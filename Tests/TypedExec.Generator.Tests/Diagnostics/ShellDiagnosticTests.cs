using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Shell commands that aren't quoted properly.</summary>
public sealed class ShellDiagnosticTests
{
    [Fact]
    public Task A_shell_command_is_constant() => Analysis.Reports("TEXEC022", "text", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec(text); }
        """);

    [Fact]
    public Task A_concatenated_shell_command_is_not_constant() => Analysis.Reports("TEXEC022", "\"log \" + text", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => ExecSync("log " + text); }
        """);

    [Theory]
    [InlineData("Shell.Exec(text)")]
    [InlineData("Shell.Exec(text, new ExecOptions { Cwd = \"/\" })")]
    [InlineData("Shell.ExecSync(text)")]
    [InlineData("Shell.Command(text)")]
    [InlineData("Shell.Command(text, \"bash\")")]
    [InlineData("Shell.Command(shell: \"bash\", command: text)")]
    [InlineData("new Executable(\"git\").Exec(text)")]
    [InlineData("new Executable(\"git\").ExecSync(text)")]
    [InlineData("Docker.Exec(text)")]
    [InlineData("Docker.ExecSync(text)")]
    public Task A_shell_command_is_constant_whichever_type_runs_it(string call) => Analysis.Reports("TEXEC022", "text", Analysis.Usings + $$"""
        using TypedExec.Generated;
        public abstract class Docker : SpecifiedCommand<Docker>, ISpecifiedCommand
        {
            public static Executable Executable => new("docker");
        }
        public static class Runs { public static object Run(string text) => {{call}}; }
        """);

    [Theory]
    [InlineData("Shell.Exec(\"ls | wc -l\")")]
    [InlineData("Shell.Exec($\"ls {text}\")")]
    [InlineData("Shell.Command($\"ls {text}\", text)")]
    [InlineData("Shell.Command(ShellCommand.Raw(text))")]
    [InlineData("new Executable(\"git\").Exec([text])")]
    [InlineData("new Executable(\"git\").Exec(\"log\", text)")]
    [InlineData("new Executable(\"git\").ExecFile(text)")]
    public Task Quoted_and_explicitly_raw_text_is_not_reported(string call) => Analysis.ReportsNothing(Analysis.Usings + $$"""
        public static class Runs { public static object Run(string text) => {{call}}; }
        """);

    [Theory]
    [InlineData("b ? \"log\" : \"status\"")]
    [InlineData("(b ? \"log\" : text is null ? \"a\" : \"b\") + \" -x\"")]
    [InlineData("b switch { true => \"a\", _ => throw new System.ArgumentException() }")]
    public Task A_choice_of_constants_is_constant(string text) => Analysis.ReportsNothing(Analysis.Usings + $$"""
        [Command("git")] public partial class Git { public static void Run(bool b, string? text) => Exec({{text}}); }
        """);

    [Fact]
    public Task A_choice_of_other_values_is_not_constant() => Analysis.Reports("TEXEC022", "b ? \"log\" : text", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(bool b, string text) => Exec(b ? "log" : text); }
        """);

    [Fact]
    public Task A_verb_as_a_delegate_takes_any_text() => Analysis.Reports("TEXEC022", "Git.Exec", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(System.Func<string, ExecOptions?, System.Threading.CancellationToken, Execution>? f) { f = Git.Exec; f("log"); } }
        """);

    [Fact]
    public Task A_hole_is_outside_double_quotes() => Analysis.Reports("TEXEC023", "{text}", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log \"{text}\""); }
        """);

    [Fact]
    public Task A_hole_is_outside_single_quotes() => Analysis.Reports("TEXEC023", "{text}", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log 'a {text}'"); }
        """);

    [Fact]
    public Task A_hole_after_a_substitution_inside_quotes_is_still_inside_them() => Analysis.Reports("TEXEC023", "{text}", Analysis.Usings + """
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"log \"$(id) {text}\""); }
        """);

    [Fact]
    public Task Substitutions_inside_quotes_and_quotes_in_comments_are_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("git")]
        public partial class Git
        {
            public static void Run(string text)
            {
                Exec($"log \"$(cat {text} | (head -1))\" {text}");
                Exec($"log # it's all\n{text}");
                Exec($"log a#'b' {text} \\' {text}");
            }
        }
        """);

    [Theory]
    [InlineData("log; eval {text}")]
    [InlineData("log | sh -c {text}")]
    [InlineData("log | xargs -n 1 bash -ec {text}")]
    [InlineData("log && [[ {text} -eq 1 ]]")]
    [InlineData("log; declare {text}")]
    [InlineData("log; a[{text}]=1")]
    [InlineData("log $((1 + {text}))")]
    [InlineData("log | ssh host cat {text}")]
    public Task A_hole_that_is_evaluated_is_reported(string line) => Analysis.Reports("TEXEC034", "{text}", Analysis.Usings + $$"""
        [Command("git")] public partial class Git { public static void Run(string text) => Exec($"{{line}}"); }
        """);

    [Fact]
    public Task A_programs_or_scripts_argument_is_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("git")]
        public partial class Git
        {
            public static void Run(string text, int count)
            {
                Exec($"test {text} | sh -c 'echo \"$1\"' sh {text}");
                Exec($"log; test {text} = x && printf %s {text}; exit {count}");
                Exec($"read {text}");
                ShellCommand part = $"eval {text}";
                Exec(part);
            }
        }
        """);

    [Fact]
    public Task A_constant_or_quoted_shell_command_is_not_reported() => Analysis.ReportsNothing(Analysis.Usings + """
        [Command("git")]
        public partial class Git
        {
            private const string Log = "log";

            public static void Run(string text, int count)
            {
                Exec("log | wc -l");
                Exec(Log + " -1");
                Exec($"log {text} | head -{count} > 'a b' && echo \"it's\" \\' {text}");
                ExecSync($"show {text}");
            }
        }
        """);
}
