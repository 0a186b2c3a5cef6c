using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedExec.Generator.Emit;
using TypedExec.Generator.Methods.Emit;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Methods.Parsing;

namespace TypedExec.Generator.Methods;

/// <summary>The branch of the pipeline for [Run] methods: which types it accepts, and the files it produces.</summary>
internal static class MethodsOutput
{
    public static void EmitMethods(this IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "TypedExec.RunAttribute",
                static (node, _) => node is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax },
                static (match, cancellation) => MethodsParser.ParseClass(match, cancellation))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.MethodClasses);
        var interfaces = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "TypedExec.CommandAttribute",
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (match, cancellation) => MethodsParser.ParseInterface(match, cancellation))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.MethodInterfaces);
        var ambiguous = classes.Select(static (model, _) => Identity(model)).Collect()
            .Combine(interfaces.Select(static (model, _) => Identity(model)).Collect())
            .Select(static (names, _) => Ambiguous([.. names.Left, .. names.Right]))
            .WithTrackingName(Steps.MethodFileNames);
        context.RegisterSourceOutput(classes.Combine(ambiguous).WithTrackingName(Steps.MethodFiles), Emit);
        context.RegisterSourceOutput(interfaces.Combine(ambiguous).WithTrackingName(Steps.MethodFiles), Emit);
    }

    private static void Emit(SourceProductionContext context, (MethodsModel Type, EquatableArray<string> Ambiguous) file)
    {
        var number = file.Ambiguous.ToList().IndexOf(Identity(file.Type).Header);
        context.AddSource(
            $"{FileNames.Short(file.Type.FullName)}.{(number < 0 ? "" : number + ".")}Methods.g.cs",
            SourceText.From(MethodsEmitter.Emit(file.Type), Encoding.UTF8));
    }

    /// <summary>
    /// Returns the types whose names differ from those of others only in case, because the compiler compares file names ignoring
    /// case.
    /// </summary>
    private static EquatableArray<string> Ambiguous((string Name, string Header)[] types)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return EquatableArray<string>.From([.. types.Where(type => !seen.Add(type.Name)).Select(static type => type.Header)]);
    }

    /// <summary>A type's name and kind: a class and a record may have the same name until the compiler's error is fixed.</summary>
    private static (string Name, string Header) Identity(MethodsModel type)
        => (type.FullName, $"{type.FullName} {type.Declarations[type.Declarations.Count - 1]}");
}
