namespace TypedExec.Tests.Shells;

/// <summary>A hole that arrives intact and is then interpreted as code is rejected, if that can be recognized.</summary>
public sealed class CodeArgumentTests
{
    private const string X = "a[$(id)]";

    [Theory]
    [InlineData("eval {0}")]
    [InlineData("eval echo x{0}")]
    [InlineData("true; eval {0}")]
    [InlineData("true && a=1 eval {0}")]
    [InlineData("if true; then eval {0}; fi")]
    [InlineData("f() { eval {0}; }; f")]
    [InlineData("function f { eval {0}; }; f")]
    [InlineData("while ! eval {0}; do :; done")]
    [InlineData("command eval {0}")]
    [InlineData("builtin eval {0}")]
    [InlineData("time -p eval {0}")]
    [InlineData("\\eval {0}")]
    [InlineData("'eval' {0}")]
    [InlineData("e\"va\"l {0}")]
    [InlineData(">log eval {0}")]
    [InlineData("2>&1 eval {0}")]
    [InlineData("2>&1 >|log eval {0}")]
    [InlineData("<>log eval {0}")]
    [InlineData("eval &>log {0}")]
    [InlineData("true &>log eval {0}")]
    [InlineData("true &>>log eval {0}")]
    [InlineData("eval 2>log {0}")]
    [InlineData("eval 2>&1 {0}")]
    [InlineData("echo \"$(eval {0})\"")]
    [InlineData("(eval {0})")]
    [InlineData("{{ eval {0}; }}")]
    [InlineData("case x in x) eval {0};; esac")]
    [InlineData("let {0}")]
    [InlineData("let a={0}")]
    [InlineData("trap {0} EXIT")]
    [InlineData("trap -- {0} EXIT")]
    [InlineData("alias x={0}")]
    [InlineData("[[ {0} -eq 1 ]]")]
    [InlineData("[[ 1 -lt {0} ]]")]
    [InlineData("[[ -n x && {0} -ne 1 ]]")]
    [InlineData("[[ ( x = y ) || ( {0} -ge 1 ) ]]")]
    [InlineData("[[ -v {0} ]]")]
    [InlineData("[[ -t {0} ]]")]
    [InlineData("[ {0} -eq 1 ]")]
    [InlineData("[ x = y -o {0} -gt 1 ]")]
    [InlineData("test {0} -le 1")]
    [InlineData("test -v {0}")]
    [InlineData("test {0} {0}")]
    [InlineData("a[{0}]=1")]
    [InlineData("a[x+{0}]=1")]
    [InlineData("b=1 a[{0}]=1")]
    [InlineData("a[1 + {0}]=1")]
    [InlineData("a[1; {0}]=1")]
    [InlineData("a[x >y {0}]=1")]
    [InlineData("a=([1 + {0}]=1)")]
    [InlineData("a=([{0}]=1)")]
    [InlineData("for ((i = {0}; i < 1; i++)); do :; done")]
    [InlineData("echo $[ {0} ]")]
    [InlineData("declare {0}")]
    [InlineData("declare -i a={0}")]
    [InlineData("declare -a a={0}")]
    [InlineData("typeset {0}")]
    [InlineData("local {0}")]
    [InlineData("local -i a={0}")]
    [InlineData("export {0}")]
    [InlineData("export {0}=1")]
    [InlineData("readonly {0}")]
    [InlineData("integer a={0}")]
    [InlineData("printf -v {0} x")]
    [InlineData("printf -v{0} x")]
    [InlineData("printf %d {0}")]
    [InlineData("printf '%s %*d' x {0}")]
    [InlineData("printf -- %5.2f {0}")]
    [InlineData("printf {0} {0}")]
    [InlineData("read {0}")]
    [InlineData("read -r a {0}")]
    [InlineData("read -p {0} a")]
    [InlineData("mapfile -C {0} a")]
    [InlineData("readarray {0}")]
    [InlineData("unset {0}")]
    [InlineData("unset -v {0}")]
    [InlineData("getopts ab {0}")]
    [InlineData("wait -p {0}")]
    [InlineData("set -A {0} x")]
    [InlineData("bind -x {0}")]
    [InlineData("complete -C {0} x")]
    [InlineData("compgen -W {0}")]
    [InlineData("exit {0}")]
    [InlineData("return {0}")]
    [InlineData("shift {0}")]
    [InlineData("ulimit -n {0}")]
    [InlineData("print -P {0}")]
    [InlineData("sh -c {0}")]
    [InlineData("sh -e -c {0}")]
    [InlineData("bash -ec {0}")]
    [InlineData("/bin/bash -o pipefail -c {0}")]
    [InlineData("bash -c -e {0}")]
    [InlineData("bash -c 'x'{0}")]
    [InlineData("busybox sh -c {0}")]
    [InlineData("sudo -u user sh -c {0}")]
    [InlineData("nohup sh -c {0} &")]
    [InlineData("echo a | xargs -n 1 sh -c {0}")]
    [InlineData("find . -exec sh -c {0} \\;")]
    [InlineData("fish --command={0}")]
    [InlineData("pwsh -c {0}")]
    [InlineData("pwsh -NoProfile -Command echo {0}")]
    [InlineData("su user -c {0}")]
    [InlineData("flock /tmp/lock -c {0}")]
    [InlineData("env -S {0}")]
    [InlineData("env -i -S{0}")]
    [InlineData("env --split-string={0}")]
    [InlineData("ssh host {0}")]
    [InlineData("ssh -p 22 -oX=y host cat {0}")]
    [InlineData("watch -n 1 ls {0}")]
    [InlineData("parallel echo {0} ::: a b")]
    public void Code_arguments_of_a_command(string text)
    {
        foreach (var shell in (string[])["sh", "bash", "zsh", "ksh"])
        {
            Assert.Contains("A hole is", Rendering.Refusal(shell, Filled(text)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("echo eval {0}")]
    [InlineData("git eval {0}")]
    [InlineData("./eval {0}")]
    [InlineData("evaluate {0}")]
    [InlineData("a={0} b=2 env")]
    [InlineData("export A={0}")]
    [InlineData("readonly A={0} B={0}")]
    [InlineData("local a={0}")]
    [InlineData("[[ {0} = {0} ]]")]
    [InlineData("[[ -f {0} && {0} != x ]]")]
    [InlineData("[ -n {0} ]")]
    [InlineData("[ {0} = {0} ]")]
    [InlineData("test -e {0} && cat {0}")]
    [InlineData("[ 1 -eq 1 ] && echo {0}")]
    [InlineData("[[ 1 -eq 1 ]] && echo {0}")]
    [InlineData("echo [{0}]")]
    [InlineData("ls x[{0}]")]
    [InlineData("a=({0} {0})")]
    [InlineData("printf %s {0}")]
    [InlineData("printf '%s %b %%d %q\\n' {0} {0} {0}")]
    [InlineData("printf {0}")]
    [InlineData("printf -v a %s {0}")]
    [InlineData("/usr/bin/printf %d {0}")]
    [InlineData("sh -c 'echo \"$1\"' sh {0}")]
    [InlineData("bash -e script.sh {0}")]
    [InlineData("bash {0} -c x")]
    [InlineData("find . -exec sh -c 'cat \"$1\"' sh {0} \\;")]
    [InlineData("ssh {0}")]
    [InlineData("ssh -p {0} -i {0} host uptime")]
    [InlineData("ssh -p22 {0} uptime")]
    [InlineData("env -i A=b cat {0}")]
    [InlineData("parallel cat ::: {0}")]
    [InlineData("watch -x cat {0}")]
    [InlineData("read -r a <{0}")]
    [InlineData("eval echo >{0}")]
    [InlineData("eval echo >>{0} 2>{0} <<<{0}")]
    [InlineData("echo a &>{0} &>>{0}")]
    [InlineData("echo a &>log {0}")]
    [InlineData("awk {0} file | sed -e {0}")]
    [InlineData(". {0}")]
    [InlineData("exec cat {0}")]
    [InlineData("command -v {0}")]
    [InlineData("echo {0} | read a")]
    [InlineData("git commit -c {0}")]
    [InlineData("for i in {0} {0}; do echo {0}; done")]
    [InlineData("case {0} in {0}) echo {0};; esac")]
    public void All_other_arguments_may_have_a_hole(string text)
        => Assert.DoesNotContain("\0", Rendering.For("bash", Filled(text)), StringComparison.Ordinal);

    [Fact]
    public void A_whole_number_is_allowed_where_only_numbers_are_evaluated()
    {
        Assert.Equal("exit 3", Rendering.For("bash", $"exit {3}"));
        Assert.Equal("shift -1; printf %d '42'", Rendering.For("zsh", $"shift {ShellCommand.Raw("-1")}; printf %d {42}"));
        _ = Rendering.Refusal("bash", $"exit {"3 "}");
        _ = Rendering.Refusal("bash", $"exit {"-"}");
        // Not in a test, where a reader would have to know the content of the hole.
        _ = Rendering.Refusal("bash", $"[[ {1} -eq 1 ]]");
    }

    [Theory]
    [InlineData("fish", "eval {0}")]
    [InlineData("fish", "and eval {0}")]
    [InlineData("fish", "echo (eval {0})")]
    [InlineData("fish", "echo \"$(eval {0})\"")]
    [InlineData("fish", "'eval' {0}")]
    [InlineData("fish", "complete -c x -a {0}")]
    [InlineData("fish", "true; bash -c {0}")]
    [InlineData("pwsh", "iex {0}")]
    [InlineData("pwsh", "Invoke-Expression -Command {0}")]
    [InlineData("pwsh", "true; & 'iex' {0}")]
    [InlineData("pwsh", "echo \"$(iex {0})\"")]
    [InlineData("pwsh", "sh -c {0}")]
    [InlineData("pwsh", "cmd /c {0}")]
    [InlineData("pwsh", "if ($x) {{ iex {0} }}")]
    public void Other_shells_also_have_such_commands(string shell, string text)
        => Assert.Contains("A hole is", Rendering.Refusal(shell, Filled(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("fish", "echo eval {0}; test {0} -eq 1; read {0}")]
    [InlineData("pwsh", "echo iex {0}; read {0}")]
    public void Commands_that_a_shell_lacks_are_ordinary_words(string shell, string text) => Assert.NotEmpty(Rendering.For(shell, Filled(text)));

    [Fact]
    public void The_program_before_the_text_counts()
    {
        Assert.Contains("code that bash runs", Refusal(new Executable("bash"), $"-c {X}"), StringComparison.Ordinal);
        Assert.Contains("remote shell", Refusal(new Executable("ssh"), $"host rm {X}"), StringComparison.Ordinal);
        Assert.Contains("code that sh runs", Rendering.Refusal("bash", $"{new Pipelines.Tool("sudo", "sh")} -c {X}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_what_the_shells_would_run_is_rejected()
    {
        // The reason for the list: each of these runs the content of the hole.
        AssertRuns("bash", "[[ 'a[$(echo RUN >&2)]' -eq 1 ]]", "test -v 'a[$(echo RUN >&2)]'", "declare 'a[$(echo RUN >&2)]=1'", "printf -v 'a[$(echo RUN >&2)]' x",
            "read 'a[$(echo RUN >&2)]' <<<x", "for ((i = 'a[$(echo RUN >&2)]'; 0; )); do :; done", "echo $['a[$(echo RUN >&2)]']", "compgen -W '$(echo RUN >&2)'");
        // In zsh the variable has to exist, as that of the PATH always does.
        AssertRuns("zsh", "[[ 'path[$(echo RUN >&2)]' -eq 1 ]]", "printf %d 'path[$(echo RUN >&2)]'", "exit 'path[$(echo RUN >&2)]'");
        AssertRuns("mksh", "[ 'a[$(echo RUN >&2)]' -eq 1 ]", "shift 'a[$(echo RUN >&2)]'");
    }

    /// <summary>zsh replaces a plain word that is the name of a global alias; a quoted one never.</summary>
    [Fact]
    public async Task No_quoted_word_is_an_alias_in_zsh()
    {
        var zsh = InstalledShell.PathOf("zsh");
        using var directory = new TempDirectory();
        directory.Add(".zshenv", "alias -g hello='; echo ALIAS'\nalias -g /bin/echo='; echo ALIAS'\n");

        var result = await new Executable("/bin/echo").Exec($"{"hello"} {"x"}", new ExecOptions { Shell = zsh, Env = new Dictionary<string, string?> { ["ZDOTDIR"] = directory.Root } }).Soon();

        Assert.Equal("hello x\n", result.Stdout);
        Assert.Equal("'echo' 'hello'", Rendering.For("zsh", $"{"echo"} {"hello"}"));
        Assert.Equal("echo hello", Rendering.For("bash", $"{"echo"} {"hello"}"));
    }

    [Fact]
    public async Task A_formattable_string_is_quoted_as_an_interpolated_one()
    {
        // What F# and Visual Basic compile $"…" to where a FormattableString is expected.
        var word = "it's $HOME";
        FormattableString text = $"{{{word}}} {255:X} {new[] { "a b", "c" }} {1,3}";

        Assert.Equal("{'it'\\''s $HOME'} FF 'a b' c 1", Rendering.For("sh", ShellCommand.Quoted(text)));
        Assert.Equal("it's $HOME\n", (await new Executable("echo").Exec(ShellCommand.Quoted($"{word}")).Soon()).Stdout);
        Assert.Contains("inside quotes", Rendering.Refusal("sh", ShellCommand.Quoted($"echo \"{word}\"")), StringComparison.Ordinal);
    }

    private static void AssertRuns(string shell, params string[] lines)
    {
        if (Programs.Find(shell) is not { } path)
        {
            return;
        }

        Assert.All(lines, line => Assert.Contains("RUN", new Executable(path).SpawnSync(["-c", line]).Stderr, StringComparison.Ordinal));
    }

    private static string Refusal(Executable program, ShellCommand line)
        => Assert.ThrowsAny<ArgumentException>(() => program.Exec(line)).Message;

    private static ShellCommand Filled(string text)
    {
        var parts = text.Split("{0}");
        ShellCommand command = $"{ShellCommand.Raw(parts[0].Replace("{{", "{").Replace("}}", "}"))}";
        foreach (var part in parts.Skip(1))
        {
            command = $"{command}{X}{ShellCommand.Raw(part.Replace("{{", "{").Replace("}}", "}"))}";
        }

        return command;
    }
}
