using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Planning;

/// <summary>Creates the condition that an option is set.</summary>
internal static class GivenCondition
{
    /// <summary>Returns null if the option is always set, so that the condition is meaningless.</summary>
    /// <param name="option">The option.</param>
    /// <param name="path">The object that holds it: <c>this</c>, or a chain of parents that may be missing, such as
    /// <c>this.Parent?.Parent</c>.</param>
    public static Condition? From(CommandMember option, string path)
    {
        var isOwn = path == "this";
        var member = Member(path, option.Holder);
        return option.Shape switch
        {
            MemberShape.Flag => Truth(member),
            MemberShape.Count => Condition.Comparison($"{member} > 0"),
            MemberShape.OptionalValue => Truth($"{member}.IsSet"),
            _ when option.Has(MemberTraits.ImmutableArray) => isOwn
                ? Condition.Primary($"{member}.IsDefaultOrEmpty").Not()
                : Condition.Comparison($"{member}.IsDefaultOrEmpty == false"),
            MemberShape.Value when option.Value.Kind == ValueKind.Boolean => Boolean(),
            MemberShape.Value => option.Value.Nullable == ValueNullability.Never ? null : Condition.Comparison($"{member} is not null"),
            MemberShape.NegatableFlag or MemberShape.Command or MemberShape.OptionGroup => Condition.Comparison($"{member} is not null"),
            _ when option.Has(MemberTraits.Counted) => Condition.Comparison($"{member} is {{ Count: > 0 }}"),
            _ => Condition.Comparison($"{member} is not null").And(Condition.Primary($"global::System.Linq.Enumerable.Any({member.Replace("?", "")})")),
        };

        Condition Truth(string text) => isOwn ? Condition.Primary(text) : Condition.Comparison($"{text} == true");

        // A Boolean value without text isn't set.
        Condition? Boolean()
        {
            var isNullable = option.Value.Nullable != ValueNullability.Never;
            return option.Details switch
            {
                { FalseValue: null } => isNullable ? Condition.Comparison($"{member} == true") : Truth(member),
                { TrueValue: null } => Condition.Comparison($"{member} == false"),
                _ => isNullable ? Condition.Comparison($"{member} is not null") : null,
            };
        }
    }

    /// <summary>Returns a member of the object that the path leads to.</summary>
    public static string Member(string path, string name) => path == "this" ? $"this.{name}" : $"{path}?.{name}";
}
