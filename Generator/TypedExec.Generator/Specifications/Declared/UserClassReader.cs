using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExec.Generator.Emit;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Specifications.Declared;

/// <summary>Symbol to value: the declarations of a class and of the types nested in it.</summary>
internal static class UserClassReader
{
    public static UserClass Read(INamedTypeSymbol type) => IsBare(type) ? Bare(type) : ReadMembers(type);

    // A typical class comes entirely from its specification. After every edit the compiler asks again, with nothing bound yet,
    // and looking for members that the syntax shows to be missing takes most of the time.
    private static bool IsBare(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Class, IsRecord: false, DeclaringSyntaxReferences: [var only] }
            && only.GetSyntax() is ClassDeclarationSyntax { Members.Count: 0, BaseList: null, ParameterList: null, TypeParameterList: null }
            && !UserMembers.IsGeneratedName(type.Name)
            && CommandClass.IsPartial(type);

    private static UserClass Bare(INamedTypeSymbol type)
    {
        var isInstance = type is { IsStatic: false, IsAbstract: false, IsFileLocal: false };
        return new UserClass(
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

    private static UserClass ReadMembers(INamedTypeSymbol type)
    {
        var members = new List<string>();
        var options = new List<UserOption>();
        var arguments = new List<UserArgument>();
        var nested = new List<UserClass>();
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
        }

        AddInherited(members, type);
        foreach (var found in MemberCollector.Collect(type))
        {
            var attribute = found.Attribute;
            if (PropertyParser.Parse(found.Property, attribute) is not { } shape || !MemberCollector.IsReadable(found, type))
            {
                continue;
            }

            if (attribute.Converter is null)
            {
                EnumParser.Add(ref enums, shape.KeyType);
                EnumParser.Add(ref enums, shape.ValueType);
            }

            var model = ObsoleteMembers.Hide(PropertyParser.Model(found, type, shape));
            if (attribute.IsOption)
            {
                options.Add(new UserOption(attribute.Name, attribute.Short, model));
            }
            else
            {
                arguments.Add(new UserArgument(attribute.Position, model));
            }
        }

        var declared = UserMembers.Find(type);
        return new UserClass(
            type.Name,
            Header(type),
            Path(type),
            IsExtensible(type, declared),
            CanInherit(type, declared),
            type.TypeKind == TypeKind.Class && Buildability.IsBuildable(type),
            EquatableArray<string>.From(members),
            EquatableArray<UserOption>.From(options),
            EquatableArray<UserArgument>.From(arguments),
            EquatableArray<EnumModel>.From(enums),
            declared.Members,
            EquatableArray<UserClass>.From(nested))
        {
            HasInstanceMethods = RunMethods.AreOnInstance(type),
            IsConstructorImplicit = type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared || UserMembers.IsGenerated(constructor)),
        };
    }

    // A generated member would hide an inherited one with the same name.
    private static void AddInherited(List<string> members, INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is { IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private } and not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
                {
                    members.Add(member.Name);
                }
            }
        }
    }

    private static string Header(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences is [var first, ..] && first.GetSyntax() is TypeDeclarationSyntax node ? CommandParser.Header(node) : "";

    private static string? Path(INamedTypeSymbol type)
        => KnownAttributes.Find(type, KnownAttributes.Subcommand) is { } subcommand && KnownAttributes.Text(subcommand) is { } path && KnownAttributes.IsUsable(path)
            ? path
            : null;

    private static bool IsExtensible(INamedTypeSymbol type, UserMembers declared)
        => type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, TypeParameters.IsEmpty: true, IsFileLocal: false }
            && CommandClass.IsPartial(type)
            && !declared.AreFatal
            && KnownAttributes.Find(type, KnownAttributes.Command) is null;

    // A member that hides an inherited one would require "new" from the user.
    private static bool CanInherit(INamedTypeSymbol type, UserMembers declared)
        => type is { IsRecord: false, BaseType: null or { SpecialType: SpecialType.System_Object } }
            && (declared.Members & ~(MemberSet.Parent | MemberSet.CreateBuilder | MemberSet.Builder | MemberSet.Text)) == MemberSet.None
            && declared.Clashes.Count == 0;
}
