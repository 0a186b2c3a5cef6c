using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Specifications.Declared;

/// <summary>Symbol to value: the declarations of a class and of the types nested in it.</summary>
internal static class DeclaredClassReader
{
    public static DeclaredClass Read(INamedTypeSymbol type) => IsBare(type) ? Bare(type) : ReadMembers(type);

    // A typical class comes entirely from its specification. After every edit the compiler asks again, with nothing bound yet,
    // and looking for members that the syntax shows to be missing takes most of the time.
    private static bool IsBare(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class, IsRecord: false, DeclaringSyntaxReferences: [var only] }
            && only.GetSyntax() is ClassDeclarationSyntax { Members.Count: 0, BaseList: null, ParameterList: null, TypeParameterList: null }
            && !DeclaredMembers.IsGeneratedName(type.Name)
            && CommandClass.IsPartial(type);

    private static DeclaredClass Bare(INamedTypeSymbol type)
    {
        var isInstance = type is { IsStatic: false, IsAbstract: false, IsFileLocal: false };
        return new DeclaredClass(
            type.Name,
            Header(type),
            Path(type),
            isInstance && KnownAttributes.Find(type, KnownAttributes.Command) is null,
            CanInherit: true,
            isInstance,
            default,
            default,
            default,
            default,
            MemberSet.None,
            default);
    }

    private static DeclaredClass ReadMembers(INamedTypeSymbol type)
    {
        var members = new List<string>();
        var options = new List<DeclaredOption>();
        var arguments = new List<DeclaredArgument>();
        var nested = new List<DeclaredClass>();
        List<EnumModel>? enums = null;
        foreach (var member in type.GetMembers())
        {
            if (member is INamedTypeSymbol inner)
            {
                nested.Add(Read(inner));
                continue;
            }

            if (member.IsImplicitlyDeclared)
            {
                continue;
            }

            members.Add(member.Name);
            if (member is IPropertySymbol property && PropertyAttribute.Of(property) is { } attribute && PropertyParser.Parse(property, attribute) is { } shape)
            {
                EnumParser.Add(ref enums, shape.KeyType);
                EnumParser.Add(ref enums, shape.ValueType);
                var model = PropertyParser.Model(new FoundMember(property, attribute, property), type, shape);
                if (attribute.IsOption)
                {
                    options.Add(new DeclaredOption(attribute.Name, attribute.Short, model));
                }
                else
                {
                    arguments.Add(new DeclaredArgument(attribute.Position, model));
                }
            }
        }

        var declared = DeclaredMembers.Of(type);
        return new DeclaredClass(
            type.Name,
            Header(type),
            Path(type),
            IsExtensible(type, declared),
            CanInherit(type, declared),
            type.TypeKind == TypeKind.Class && Buildability.IsBuildable(type),
            EquatableArray<string>.From(members),
            EquatableArray<DeclaredOption>.From(options),
            EquatableArray<DeclaredArgument>.From(arguments),
            EquatableArray<EnumModel>.From(enums),
            declared.Members,
            EquatableArray<DeclaredClass>.From(nested))
        {
            HasInstanceMethods = RunMethods.AreOnInstance(type),
            IsConstructorImplicit = type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared || DeclaredMembers.IsGenerated(constructor)),
        };
    }

    private static string Header(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences is [var first, ..] && first.GetSyntax() is TypeDeclarationSyntax node ? CommandParser.Header(node) : "";

    private static string? Path(INamedTypeSymbol type)
        => KnownAttributes.Find(type, KnownAttributes.Subcommand) is { } subcommand && KnownAttributes.Text(subcommand) is { } path && KnownAttributes.IsUsable(path)
            ? path
            : null;

    private static bool IsExtensible(INamedTypeSymbol type, DeclaredMembers declared)
        => type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, TypeParameters.IsEmpty: true, IsFileLocal: false }
            && CommandClass.IsPartial(type)
            && !declared.AreFatal
            && KnownAttributes.Find(type, KnownAttributes.Command) is null;

    // A member that hides an inherited one would require "new" from the user.
    private static bool CanInherit(INamedTypeSymbol type, DeclaredMembers declared)
        => type is { IsRecord: false, BaseType: null or { SpecialType: SpecialType.System_Object } }
            && (declared.Members & ~(MemberSet.Parent | MemberSet.CreateBuilder | MemberSet.Builder | MemberSet.Text)) == MemberSet.None
            && declared.Clashes.Count == 0;
}
