using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Analyzers;

/// <summary>[Messages] must name types that generated code can use, and a context with their JSON metadata.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessagesUnusableAnalyzer() : CommandClassAnalyzer(DiagnosticDescriptors.MessagesUnusable)
{
    private static readonly string[] MessageSettings = ["Send", "Receive"];

    private protected override void Check(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (KnownAttributes.Find(type, KnownAttributes.Messages) is not { } messages)
        {
            return;
        }

        var jsonContext = MessagesParser.Type(messages, "Context") as INamedTypeSymbol;
        if (jsonContext is null || !JsonContextType.Is(jsonContext) || !MessagesParser.IsReachable(jsonContext))
        {
            Report(context, messages, type, "Context", "a class derived from JsonSerializerContext that is not private");
            return;
        }

        foreach (var setting in MessageSettings)
        {
            var message = MessagesParser.Type(messages, setting);
            if (message is null || !MessagesParser.IsReachable(message))
            {
                Report(context, messages, type, setting, "a type that is not private");
            }
            else if (!HasMetadata(jsonContext, message))
            {
                Report(
                    context, messages, type, setting,
                    $"a type whose metadata '{jsonContext.Name}' has: add [JsonSerializable(typeof({message.Name}))] to it");
            }
        }
    }

    private static bool HasMetadata(INamedTypeSymbol context, ITypeSymbol message)
        => context.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute"
            && attribute.ConstructorArguments is [{ Value: ITypeSymbol type }, ..]
            && SymbolEqualityComparer.Default.Equals(type, message));

    private void Report(SymbolAnalysisContext context, AttributeData messages, INamedTypeSymbol type, string setting, string need)
        => Report(context, AttributeSite.Find(messages, setting), type.Name, setting, need);
}
