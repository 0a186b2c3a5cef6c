namespace TypedExec.Generator.Emit;

/// <summary>What a builder's methods are called.</summary>
internal static class BuilderNames
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Build", "Builder", "Spawn", "SpawnSync", "ExecFile", "ExecFileSync", "Exec", "ExecSync", "Run", "RunAsync", "ReadLinesAsync", "ReadAllLinesAsync",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>The property's name, unless the method would hide one that builds or runs the command: then <c>WithBuild</c>.</summary>
    public static string Method(CommandMember member) => Taken.Contains(member.Name) && IsCalledWithout(member) ? "With" + member.Name : member.Identifier;

    /// <summary>Whether the method can be called without an argument; one that cannot hides none of the others.</summary>
    private static bool IsCalledWithout(CommandMember member)
        => member.Storage.Kind is StorageKind.Append or StorageKind.AppendList
            || member.Shape is MemberShape.Flag or MemberShape.NegatableFlag or MemberShape.Count
            || member.Value.Kind == ValueKind.Boolean;
}
