using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Attribute to model: all [Run] methods of a type in one pass, so that a type is one file.</summary>
internal static class MethodsParser
{
    /// <summary>Parses a class for the first of its [Run] methods; returns null for the others.</summary>
    public static MethodsModel? ParseClass(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var type = method.ContainingType;
        return type is { TypeKind: TypeKind.Class }
            && CommandClass.Is(type)
            && SymbolEqualityComparer.Default.Equals(RunMethods.Find(type).FirstOrDefault(), method)
            && context.TargetNode.Parent is TypeDeclarationSyntax declaration
            ? Parse(new TypeDeclaration(declaration, type, context.SemanticModel), RunMethods.Find(type), cancellation)
            : null;
    }

    /// <summary>Parses an interface for its [Command].</summary>
    public static MethodsModel? ParseInterface(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var members = MethodHost.MembersToImplement(type).ToArray();
        var methods = members.OfType<IMethodSymbol>().Where(RunMethods.Is).ToArray();
        return Parse(new TypeDeclaration((TypeDeclarationSyntax)context.TargetNode, type, context.SemanticModel), methods, cancellation) is not { } model ? null : model with
        {
            Interface = new InterfaceModel(
                MethodHost.FreeName(type, "Implementation"),
                EmitsCreate(type),
                methods.Length < members.Length ? "TEXEC056" : model.Methods.Count < methods.Length ? "TEXEC042" : null),
        };
    }

    private static MethodsModel? Parse(TypeDeclaration declaration, IEnumerable<IMethodSymbol> methods, CancellationToken cancellation)
    {
        var type = declaration.Type;
        if (!MethodHost.IsSound(type) || TypedExec.Generator.Parsing.CommandLineParser.Parse(type) is not { } line)
        {
            return null;
        }

        var shared = new SharedParts(MethodHost.FreeName(type, "MethodParts"));
        var models = new List<MethodModel>();
        foreach (var method in methods)
        {
            cancellation.ThrowIfCancellationRequested();
            if (MethodReader.Read(method, shared, out _) is { } model)
            {
                models.Add(model);
            }
        }

        var name = TypeName.From(type);
        return new MethodsModel(
            name.FullName,
            name.Reference,
            name.Namespace,
            CommandParser.Declarations(declaration.Node),
            line.File,
            new(line.Path),
            null,
            shared.Name,
            EquatableArray<MethodModel>.From(models),
            shared.Enums,
            shared.Patterns,
            declaration.HasShortNames && !methods.Any(ShortNameScope.IsHiddenIn),
            models.Exists(static model => model.Body is { IsOnInstance: true }) ? GlobalOptions.PlacesOf(type) : CommandTraits.None);
    }

    /// <summary>Returns whether the user has no conflicting <c>Create</c>.</summary>
    private static bool EmitsCreate(INamedTypeSymbol type)
        => !type.GetMembers("Create").Any(static member => !UserMembers.IsGenerated(member)
            && (member is not IMethodSymbol method || method.Parameters is [] or [{ Type.Name: "ProcessOptions" }]));
}
