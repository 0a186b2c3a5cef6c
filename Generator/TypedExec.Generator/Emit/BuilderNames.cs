namespace TypedExec.Generator.Emit;

/// <summary>Names the methods of a builder.</summary>
internal static class BuilderNames
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Build", "Builder", "Spawn", "SpawnSync", "ExecFile", "ExecFileSync", "Exec", "ExecSync", "Run", "RunAsync", "ReadLinesAsync", "ReadAllLinesAsync",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>
    /// Returns the property's name, unless the method would hide one that builds or runs the command: then <c>WithBuild</c>.
    /// </summary>
    public static string Method(CommandMember member) => Taken.Contains(member.Name) && IsCalledWithout(member) ? "With" + member.Name : member.Identifier;

    /// <summary>Returns whether the method can be called without an argument; one that can't hides none of the others.</summary>
    private static bool IsCalledWithout(CommandMember member)
        => member.Storage.Kind is StorageKind.Append or StorageKind.AppendList
            || member.Shape is MemberShape.Flag or MemberShape.NegatableFlag or MemberShape.Count
            || member.Value.Kind == ValueKind.Boolean;
}
