using Xunit;

namespace TypedExec.Generator.Tests.HalfTyped;

/// <summary>What <see cref="HalfTypedTests"/> found, in its smallest form.</summary>
public sealed class HalfTypedFindingTests
{
    private const string Fork = "[Command(\"node\", Fork = true), Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(C))] public partial class Node { [Run(\"a\", Json = typeof(C))] public static partial Task<int> A(); }";
    private const string Context = "[System.Text.Json.Serialization.JsonSerializable(typeof(int))] public class C() : System.Text.Json.Serialization.JsonSerializerContext(null) { protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; ";
    private const string TypeInfo = "public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; ";
    private const string Default = "public static C Default => new(); ";

    [Theory]
    [InlineData("A context without Default", Fork + Context + TypeInfo + "}")]
    [InlineData("A context with two Defaults", Fork + Context + TypeInfo + Default + Default + "}")]
    [InlineData("A context with a private Default", Fork + Context + TypeInfo + "static C Default => new(); }")]
    [InlineData("A context whose Default can't be read", Fork + Context + TypeInfo + "public static C Default { set { } } }")]
    [InlineData("A context whose Default is something else", Fork + Context + TypeInfo + "public static int Default => 1; }")]
    [InlineData("A context whose Default belongs to an instance", Fork + Context + TypeInfo + "public C Default => this; }")]
    [InlineData("A context whose type infos are of no type yet", Fork + Context + Default + "public override System.Text.Json.Seri.JsonTypeInfo? GetTypeInfo(Type type) => null; }")]
    [InlineData("A context with two methods for type infos", Fork + Context + Default + TypeInfo + TypeInfo + "}")]
    [InlineData("A converter with the method twice", "[Command(\"a\")] public partial class A { [Option(\"-e\", Converter = typeof(T))] public System.Text.Encoding? E { get; init; } } public static class T { public static string ToText(System.Text.Encoding v) => \"\"; public static string ToText(System.Text.Encoding v) => \"\"; }")]
    [InlineData("An interface's option twice", "[Command(\"a\")] public partial class A : I { public bool B { get; init; } } [OptionSet] public interface I { [Option(\"-b\")] bool B { get; } [Option(\"-b\")] bool B { get; } }")]
    [InlineData("Two constructors without parameters", "[Command(\"a\")] public partial class A { [Option(\"-b\")] public bool B { get; init; } public A() { } public A() { } }")]
    [InlineData("A namespace without a name", "namespace { [Command(\"a\")] public partial class A { [Option(\"-b\")] public bool B { get; init; } [Run(\"a\")] public static partial Task R(); } }")]
    [InlineData("A namespace with half a name", "namespace A. { [Command(\"a\")] public partial class A { [Option(\"-b\")] public bool B { get; init; } } [Command(\"i\")] public partial interface I { [Run(\"a\")] Task R(); } }")]
    [InlineData("A pattern that two members have", "[Command(\"a\")] public partial class A { [Run(\"a\", PatternFrom = \"P\")] public static partial string R(); static System.Text.RegularExpressions.Regex P => new(\".\"); static System.Text.RegularExpressions.Regex P() => new(\".\"); }")]
    [InlineData("A member of an enum twice", "public enum E { A, B, B } [Flags] public enum F { A = 1, B = 2, B = 4 } [Command(\"a\")] public partial class A { [Option(\"-e\")] public E? E { get; init; } [Option(\"-f\")] public F F { get; init; } [Run(\"a {e} {f}\")] public static partial Task<E> R(E e, F f); }")]
    [InlineData("A type with too many arguments", "[Command(\"a\")] public partial class A { [Option(\"-u\")] public IReadOnlyList<Uri<>> U { get; init; } = []; [Option(\"-v\")] public Uri<int>? V { get; init; } }")]
    [InlineData("A method that is public abstract partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public abstract partial Task<string> R(); }")]
    [InlineData("A method that is public readonly partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public readonly partial Task<string> R(); }")]
    [InlineData("A method that is file partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] file partial Task<string> R(); }")]
    [InlineData("A method that is public static partial abstract", "[Command(\"a\")] public partial class A { [Run(\"a\")] public static partial abstract Task<string> R(); }")]
    [InlineData("A method that is public public partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public public partial Task<string> R(); }")]
    [InlineData("A method that is public static virtual partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public static virtual partial Task<string> R(); }")]
    [InlineData("A method that is public sealed partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public sealed partial Task<string> R(); }")]
    [InlineData("A method that is public new override partial", "[Command(\"a\")] public partial class A { [Run(\"a\")] public new override partial Task<string> R(); }")]
    [InlineData("A class named file", "[Command(\"a\")] public partial class file { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A class named required", "[Command(\"a\")] public partial class required { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A class named record", "[Command(\"a\")] public partial class record { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A class named partial", "[Command(\"a\")] public partial class partial { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A class named scoped", "[Command(\"a\")] public partial class scoped { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A class named extension", "[Command(\"a\")] public partial class extension { [Option(\"-b\")] public bool B { get; init; } [Subcommand(\"c\")] public partial class C; [Run(\"a\")] public static partial Task R(); }")]
    [InlineData("A converter with another method of the type", "[Command(\"a\")] public partial class A { [Option(\"-e\", Converter = typeof(T))] public System.Text.Encoding? E { get; init; } } public static class T { public static string ToText(System.Text.Encoding v) => \"\"; public static int ToText(System.Text.Encoding v) => 1; }")]
    [InlineData("params in the middle", "[Command(\"a\")] public partial class A { [Run(\"a {b} {c}\")] public static partial Task R(params string[] b, string c); }")]
    [InlineData("A null instead of a boolean in [Obsolete]", "[Command(\"a\")] public partial class A { [Option(\"-b\"), System.Obsolete(\"x\", null)] public bool B { get; init; } }")]
    [InlineData("unsafe where the project doesn't allow it", "[Command(\"a\")] public partial class A { [Run(\"a {b}\")] public static unsafe partial Task R(string b); }")]
    [InlineData("params of a text", "[Command(\"a\")] public partial class A { [Run(\"a {b}\")] public static partial Task R(params string b); }")]
    [InlineData("params of a number", "[Command(\"a\")] public partial class A { [Run(\"a {b}\")] public static partial Task R(params int b); }")]
    public void No_error_is_inside_a_generated_file(string name, string source)
    {
        Assert.NotEmpty(name);
        Assert.Empty(HalfTypedBatch.Check([new HalfTypedInput(source)], isAnalyzed: true).SelectMany(static failure => failure.Problems));
    }
}
