using Xunit;

namespace TypedExec.Generator.Tests.Diagnostics;

/// <summary>Mistakes in [Messages].</summary>
public sealed class MessagesDiagnosticTests
{
    private const string JsonContext = """
        [System.Text.Json.Serialization.JsonSerializable(typeof(int))]
        public sealed class Json() : System.Text.Json.Serialization.JsonSerializerContext(null)
        {
            public static Json Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }

        """;

    [Fact]
    public Task Messages_need_a_command_that_forks() => Analysis.Reports("TEXEC024", "Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(Json))", Analysis.Usings + JsonContext + """
        [Command("node")]
        [Messages(Send = typeof(int), Receive = typeof(int), Context = typeof(Json))]
        public static partial class Node;
        """);

    [Fact]
    public Task The_context_has_the_metadata_of_the_messages() => Analysis.Reports("TEXEC025", "Receive = typeof(long)", Analysis.Usings + JsonContext + """
        [Command("node", Fork = true)]
        [Messages(Send = typeof(int), Receive = typeof(long), Context = typeof(Json))]
        public static partial class Node;
        """);
}
