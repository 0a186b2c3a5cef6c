using Microsoft.CodeAnalysis;

namespace TypedExec.Generator.Parsing;

/// <summary>The generated members that the user's own code already declares.</summary>
/// <param name="Members">The generated members to omit.</param>
/// <param name="Clashes">Members that have the name of a generated one but can't replace it.</param>
internal readonly record struct UserMembers(MemberSet Members, IReadOnlyList<ISymbol> Clashes)
{
    /// <summary>The private members of the generated code; a user's member of that name would break it.</summary>
    public const string ExecutableField = "s_executable";
    public const string AddOptionsMethod = "AddOptionsTo";
    public const string EnumTextMethod = "TextOf";

    private const string AddLaterMethod = "AddOptionsAfterSubcommandTo";
    private const string AddLastMethod = "AddOptionsAfterArgumentsTo";

    private const string List = "System.Collections.Generic.IEnumerable<string>";
    private const string Span = "System.ReadOnlySpan<string>";
    private const string Cancellation = "System.Threading.CancellationToken";

    private static readonly SymbolDisplayFormat Format
        = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly string[] PrivateNames = [ExecutableField, AddOptionsMethod, AddLaterMethod, AddLastMethod, EnumTextMethod];

    private static readonly (string Name, (string Parameters, MemberSet Member)[] Overloads)[] Generated =
    [
        ("Spawn",
        [
            ($"{List}, TypedExec.SpawnOptions, {Cancellation}", MemberSet.SpawnList),
            (Span, MemberSet.SpawnSpan),
            ($"TypedExec.SpawnOptions, {Cancellation}", MemberSet.SpawnInstance),
        ]),
        ("SpawnSync",
        [
            ($"{List}, TypedExec.SpawnSyncOptions", MemberSet.SpawnSyncList),
            (Span, MemberSet.SpawnSyncSpan),
            ("TypedExec.SpawnSyncOptions", MemberSet.SpawnSyncInstance),
        ]),
        ("ExecFile",
        [
            ($"{List}, TypedExec.ExecFileOptions, {Cancellation}", MemberSet.ExecFileList),
            (Span, MemberSet.ExecFileSpan),
            ($"TypedExec.ExecFileOptions, {Cancellation}", MemberSet.ExecFileInstance),
        ]),
        ("ExecFileSync",
        [
            ($"{List}, TypedExec.ExecFileOptions", MemberSet.ExecFileSyncList),
            (Span, MemberSet.ExecFileSyncSpan),
            ("TypedExec.ExecFileOptions", MemberSet.ExecFileSyncInstance),
        ]),
        ("Exec",
        [
            ($"TypedExec.ShellCommand, TypedExec.ExecOptions, {Cancellation}", MemberSet.ExecShell),
            ($"string, TypedExec.ExecOptions, {Cancellation}", MemberSet.ExecText),
            ($"{List}, TypedExec.ExecOptions, {Cancellation}", MemberSet.ExecList),
            (Span, MemberSet.ExecSpan),
            ($"TypedExec.ExecOptions, {Cancellation}", MemberSet.ExecInstance),
        ]),
        ("ExecSync",
        [
            ("TypedExec.ShellCommand, TypedExec.ExecOptions", MemberSet.ExecSyncShell),
            ("string, TypedExec.ExecOptions", MemberSet.ExecSyncText),
            ($"{List}, TypedExec.ExecOptions", MemberSet.ExecSyncList),
            (Span, MemberSet.ExecSyncSpan),
            ("TypedExec.ExecOptions", MemberSet.ExecSyncInstance),
        ]),
        ("RunAsync",
        [
            ($"{List}, TypedExec.ExecFileOptions, {Cancellation}", MemberSet.RunAsyncList),
            (Span, MemberSet.RunAsyncSpan),
        ]),
        ("Fork", [($"string, {List}, TypedExec.ForkOptions, {Cancellation}", MemberSet.Fork)]),
        ("ToArguments", [("", MemberSet.ToArguments)]),
        ("ToString", [("", MemberSet.Text)]),
        ("CreateBuilder", [("", MemberSet.CreateBuilder)]),
    ];

    private static readonly HashSet<string> Names
        = [.. Generated.Select(static member => member.Name), .. PrivateNames, "Builder", "Parent", "File"];

    /// <summary>Returns whether a generated member has this name, so that a user's member must be examined.</summary>
    public static bool IsGeneratedName(string name) => Names.Contains(name);

    /// <summary>Gets whether a conflict leaves nothing to generate.</summary>
    public bool AreFatal => Clashes.Any(static clash => clash.Name is "ToArguments" || PrivateNames.Contains(clash.Name));

    /// <summary>Gets whether there is a member named <c>Parent</c> that isn't the outer command.</summary>
    public bool BarParent => Clashes.Any(static clash => clash.Name is "Parent");

    public static UserMembers Find(INamedTypeSymbol type)
    {
        var members = MemberSet.None;
        List<ISymbol>? clashes = null;
        foreach (var (name, overloads) in Generated)
        {
            foreach (var member in Written(type, name))
            {
                Match(member, overloads, ref members, ref clashes);
            }
        }

        foreach (var member in Written(type, "Builder"))
        {
            // A class of that name is the user's own builder; anything else conflicts with one.
            members |= MemberSet.Builder | MemberSet.CreateBuilder;
            if (member is not INamedTypeSymbol || ReferenceEquals(member, type))
            {
                (clashes ??= []).Add(member);
            }
        }

        foreach (var member in Written(type, "Parent"))
        {
            members |= MemberSet.Parent;
            if (!IsParent(member, type))
            {
                (clashes ??= []).Add(member);
            }
        }

        foreach (var name in PrivateNames)
        {
            foreach (var member in Written(type, name))
            {
                (clashes ??= []).Add(member);
            }
        }

        if (!type.GetMembers("TypedExec.ICommand.FileName").IsEmpty)
        {
            members |= MemberSet.File;
        }

        if (HasSealedToString(type))
        {
            members |= MemberSet.Text;
        }

        return new UserMembers(members, clashes ?? (IReadOnlyList<ISymbol>)[]);
    }

    /// <summary>
    /// Returns the user's members of that name. A member can't have the name of its type, so the type counts as one. An analyzer
    /// sees the generated members too, which are excluded.
    /// </summary>
    private static IEnumerable<ISymbol> Written(INamedTypeSymbol type, string name)
    {
        if (type.Name == name)
        {
            yield return type;
        }

        foreach (var member in type.GetMembers(name))
        {
            if (!member.IsImplicitlyDeclared && !IsGenerated(member))
            {
                yield return member;
            }
        }
    }

    /// <summary>Returns whether the generator itself has written the member, as an analyzer sees it.</summary>
    public static bool IsGenerated(ISymbol member)
        => member.Locations is [{ SourceTree.FilePath: var path }] && path.Contains("TypedExec.Generator.CommandGenerator");

    private static void Match(
        ISymbol member, (string Parameters, MemberSet Member)[] overloads, ref MemberSet members, ref List<ISymbol>? clashes)
    {
        if (member is not IMethodSymbol method)
        {
            // A property, field or type conflicts with every method of its name. A method whose instance counterpart is an
            // extension method is omitted silently for a program's own subcommand.
            if (member is not INamedTypeSymbol type || member.Name != "RunAsync" || !CommandClass.Is(type) || type.ContainingType is null)
            {
                (clashes ??= []).Add(member);
            }

            foreach (var overload in overloads)
            {
                members |= overload.Member;
            }

            return;
        }

        if (method.TypeParameters.Length > 0)
        {
            return;
        }

        var parameters = string.Join(", ", method.Parameters.Select(static parameter => parameter.Type.ToDisplayString(Format)));
        foreach (var overload in overloads)
        {
            if (overload.Parameters != parameters)
            {
                continue;
            }

            members |= overload.Member;
            if (overload.Member == MemberSet.ToArguments && !ImplementsToArguments(method))
            {
                (clashes ??= []).Add(method);
            }
        }
    }

    private static bool ImplementsToArguments(IMethodSymbol method)
        => method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
            && method.ReturnType.ToDisplayString(Format) == "System.Collections.Generic.IReadOnlyList<string>";

    private static bool IsParent(ISymbol member, INamedTypeSymbol type)
        => GlobalOptions.OuterOf(type) is not { } outer
            || (member is IPropertySymbol { IsStatic: false, GetMethod: not null } property
                && SymbolEqualityComparer.Default.Equals(property.Type, outer));

    private static bool HasSealedToString(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers("ToString"))
            {
                if (member is IMethodSymbol { IsSealed: true, Parameters.IsEmpty: true })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
