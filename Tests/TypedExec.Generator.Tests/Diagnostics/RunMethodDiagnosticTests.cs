using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Mistakes of [Run] methods outside of the template's own text.</summary>
public sealed class RunMethodDiagnosticTests
{
    private static string Class(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text.Json.Serialization;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using TypedExec;

        namespace Demo;

        [Command("tool")]
        public static partial class Tool
        {
            {{members}}
        }

        public sealed record Entry(string Name, int Size);

        public sealed class Plain { public int Value { get; set; } }

        [JsonSerializable(typeof(Entry))]
        public abstract partial class Json : JsonSerializerContext { protected Json() : base(null) { } }
        """;

    [Theory]
    [InlineData("public static string «040|M»() => \"\";")]
    [InlineData("public static partial string «040|M»(); public static partial string M() => \"\";")]
    public Task A_method_is_partial_and_has_no_body(string method) => Marked.Reports(Class($"[Run(\"x\")] {method}"));

    [Fact]
    public Task A_method_of_an_interface_is_abstract()
        => Analysis.Reports("TEXEC040", "M", Analysis.Usings + "[Command(\"t\")] public partial interface ITool { [Run(\"x\")] string M() => \"\"; }");

    [Theory]
    [InlineData("public static partial class Tool { [Run(\"x\")] public static string M() => \"\"; }")]
    [InlineData("public interface ITool { [Run(\"x\")] string M(); }")]
    [InlineData("public partial struct Tool { [Run(\"x\")] public static string M() => \"\"; }")]
    public Task A_method_is_in_a_command(string type)
        => Analysis.Reports("TEXEC041", "M", Analysis.Usings + type);

    [Fact]
    public Task A_method_has_a_plain_signature() => Analysis.Reports("TEXEC042", "M", Analysis.Usings + "[Command(\"t\")] public partial interface ITool { [Run(\"{x}\")] string M(ref int x); }");

    [Fact]
    public Task A_template_can_be_read() => Analysis.Reports("TEXEC043", "[", Class("[Run(\"a [\")] public static partial void M();"));

    [Fact]
    public Task A_hole_is_a_parameter() => Analysis.Reports("TEXEC044", "{nmae}", Class("[Run(\"a {nmae}\")] public static partial void M(string name);"));

    [Fact]
    public Task A_parameter_is_in_the_template() => Analysis.Reports("TEXEC045", "name", Class("[Run(\"a\")] public static partial void M(string name);"));

    [Theory]
    [InlineData("object", "name")]
    [InlineData("Plain", "name")]
    [InlineData("Stream", "name")]
    [InlineData("byte[]", "name")]
    [InlineData("Dictionary<string, string>", "name")]
    public Task A_parameter_converts_to_text(string type, string at)
        => Analysis.Reports("TEXEC046", at, Class($"[Run(\"a {{name}}\")] public static partial void M({type} name);"));

    [Fact]
    public Task A_condition_is_a_bool() => Analysis.Reports("TEXEC047", "n", Class("[Run(\"[n? x]\")] public static partial void M(int n);"));

    [Fact]
    public Task A_nullable_parameter_is_in_a_group() => Analysis.Reports("TEXEC048", "{n}", Class("[Run(\"x {n}\")] public static partial void M(int? n);"));

    [Fact]
    public Task A_group_can_be_left_out() => Analysis.Reports("TEXEC049", "[{n}]", Class("[Run(\"x [{n}]\")] public static partial void M(int n);"));

    [Theory]
    [InlineData("object")]
    [InlineData("Task<object>")]
    [InlineData("Plain")]
    [InlineData("Entry")]
    [InlineData("Task<Entry[]>")]
    [InlineData("IAsyncEnumerable<Plain>")]
    [InlineData("ValueTask<string>")]
    [InlineData("Task<Execution>")]
    [InlineData("Task<List<string>>")]
    [InlineData("Task<IEnumerable<string>>")]
    [InlineData("string[,]")]
    [InlineData("Task<Task<string>>")]
    [InlineData("dynamic")]
    public Task A_return_type_can_be_created(string type) => Analysis.Reports("TEXEC050", type, Class($"[Run(\"x\")] public static partial {type} M();"));

    [Theory]
    [InlineData("FieldSeparator = \",\"", "string", "TEXEC050", "string")]
    [InlineData("FieldSeparator = \"\"", "Entry", "TEXEC050", "Entry")]
    [InlineData("FieldSeparator = \",\"", "void", "TEXEC051", "FieldSeparator = \",\"")]
    [InlineData("ItemSeparator = \",\"", "string", "TEXEC051", "ItemSeparator = \",\"")]
    [InlineData("ItemSeparator = \"\"", "string[]", "TEXEC051", "ItemSeparator = \"\"")]
    [InlineData("FalseExitCode = 2", "string", "TEXEC051", "FalseExitCode = 2")]
    [InlineData("FalseExitCode = 0", "bool", "TEXEC051", "FalseExitCode = 0")]
    [InlineData("Pattern = \"(?<name>.) (?<size>.)\", FieldSeparator = \",\"", "Entry", "TEXEC051", "FieldSeparator = \",\"")]
    [InlineData("Pattern = \"x\"", "void", "TEXEC051", "Pattern = \"x\"")]
    [InlineData("Pattern = \"(\"", "Entry", "TEXEC052", "Pattern = \"(\"")]
    [InlineData("Pattern = \"(?<name>.)\"", "Entry", "TEXEC052", "Pattern = \"(?<name>.)\"")]
    [InlineData("Pattern = \"(.)(.)\"", "int", "TEXEC052", "Pattern = \"(.)(.)\"")]
    [InlineData("PatternFrom = \"Missing\"", "Entry", "TEXEC052", "PatternFrom = \"Missing\"")]
    [InlineData("PatternFrom = nameof(M)", "Entry", "TEXEC052", "PatternFrom = nameof(M)")]
    [InlineData("Json = typeof(Plain)", "Entry", "TEXEC053", "Json = typeof(Plain)")]
    public async Task A_setting_fits_the_return_type(string setting, string type, string id, string at)
        => await Analysis.Reports(id, at, Class($"[Run(\"x\", {setting})] public static partial {type} M();"));

    [Fact]
    public Task A_json_context_has_the_type() => Analysis.Reports("TEXEC053", "Json = typeof(Context)", Analysis.Usings + """
        [Command("t")] public static partial class Tool { [Run("x", Json = typeof(Context))] public static partial int[] M(); }
        public sealed record Entry(string Name);
        [System.Text.Json.Serialization.JsonSerializable(typeof(Entry))]
        public partial class Context : System.Text.Json.Serialization.JsonSerializerContext
        {
            public Context() : base(null) { }
            public static Context Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }
        """);

    [Fact]
    public async Task Settings_with_their_own_rules_are_tested_by_name()
    {
        await Analysis.Reports("TEXEC050", "Entry", Class("[Run(\"x\")] public static partial Entry M();"));
        await Analysis.Reports("TEXEC051", "FalseExitCode = 2", Class("[Run(\"x\", FalseExitCode = 2)] public static partial void M();"));
        await Analysis.Reports("TEXEC052", "Pattern = \"[\"", Class("[Run(\"x\", Pattern = \"[\")] public static partial string M();"));
    }

    [Theory]
    [InlineData("void", "CancellationToken «054|token»")]
    [InlineData("Task", "CancellationToken token, CancellationToken «054|other»")]
    [InlineData("Task", "ExecFileOptions? options, ExecFileOptions? «054|other»")]
    [InlineData("ChildProcess", "ExecFileOptions? «054|options»")]
    [InlineData("Task", "SpawnOptions? «054|options»")]
    [InlineData("Task", "Stream input, byte[] «054|other»")]
    [InlineData("ChildProcess", "ProcessInput «054|input»")]
    [InlineData("Execution", "Stream «054|input»")]
    [InlineData("Task", "IProgress<int> «054|progress»")]
    [InlineData("ChildProcess", "IProgress<string> «054|progress»")]
    [InlineData("Task", "[Progress(«052|\"(\"»)] IProgress<int> progress")]
    [InlineData("Task", "[Progress(«052|\"(?<name>.)\"»)] IProgress<Entry> progress")]
    [InlineData("Task", "[Progress(«052|\"(.)\"»)] IProgress<Plain> progress")]
    [InlineData("Task", "[«055|Hole(Secret = true)»] Stream input")]
    public Task A_parameter_that_is_not_in_the_template_has_a_use(string type, string parameters)
        => Marked.Reports(Class($"[Run(\"x\")] public static partial {type} M({parameters});"));

    [Fact]
    public async Task Settings_match_the_kind_of_parameter()
    {
        await Analysis.Reports("TEXEC054", "token", Class("[Run(\"x\")] public static partial void M(CancellationToken token);"));
        await Analysis.Reports("TEXEC055", "Join = \",\"", Class("[Run(\"{x}\")] public static partial void M([Hole(Join = \",\")] string x);"));
        await Analysis.Reports("TEXEC055", "Format = \"x\"", Class("[Run(\"{x}\")] public static partial void M([Hole(Format = \"x\")] string x);"));
        await Analysis.Reports("TEXEC055", "Join = \"\"", Class("[Run(\"{x}\")] public static partial void M([Hole(Join = \"\")] string[] x);"));
    }

    [Theory]
    [InlineData("string M();", "M")]
    [InlineData("string P { get; }", "P")]
    [InlineData("event System.Action E;", "E")]
    public Task Every_member_of_an_interface_has_Run(string member, string at)
        => Analysis.Reports("TEXEC056", at, Analysis.Usings + $"[Command(\"t\")] public partial interface ITool {{ {member} [Run(\"x\")] string Other(); }}");

    [Fact]
    public Task An_inherited_member_of_an_interface_has_Run_too()
        => Analysis.Reports("TEXEC056", "ITool", Analysis.Usings + "[Command(\"t\")] public partial interface ITool : System.IDisposable;");

    [Theory]
    [InlineData("TEXEC001", "[Command(\"t\")] public interface ITool { [Run(\"x\")] string M(); }", "ITool")]
    [InlineData("TEXEC002", "public class Outer { [Command(\"t\")] public partial interface ITool { [Run(\"x\")] string M(); } }", "Outer")]
    [InlineData("TEXEC003", "[Command(\" \")] public partial interface ITool { [Run(\"x\")] string M(); }", "\" \"")]
    [InlineData("TEXEC013", "[Command(\"t\")] public partial interface ITool<T> { [Run(\"x\")] string M(); }", "ITool")]
    public Task An_interface_keeps_the_rules_of_command_classes(string id, string source, string at)
        => Analysis.Reports(id, at, Analysis.Usings + source);
}
