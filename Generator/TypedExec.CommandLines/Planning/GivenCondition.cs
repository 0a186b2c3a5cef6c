using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Planning;

/// <summary>The expression that says whether an option is given.</summary>
internal static class GivenCondition
{
    /// <summary>Null when the option always is, so that it says nothing.</summary>
    /// <param name="option">The option.</param>
    /// <param name="path">What holds it: <c>this</c>, or a chain of parents, each of which may be missing, such as <c>this.Parent?.Parent</c>.</param>
    public static string? Of(PropertyModel option, string path)
    {
        var isOwn = path == "this";
        var member = Member(path, option.Identifier);
        return option.Shape switch
        {
            PropertyShape.Flag => isOwn ? member : $"{member} == true",
            PropertyShape.NegatableFlag => $"{member} is not null",
            PropertyShape.Count => $"{member} > 0",
            PropertyShape.OptionalValue => isOwn ? $"{member}.IsSet" : $"{member}.IsSet == true",
            PropertyShape.ImmutableArray => isOwn ? $"!{member}.IsDefaultOrEmpty" : $"{member}.IsDefaultOrEmpty == false",
            PropertyShape.Value => option.Value.Nullable == ValueNullability.Never ? null : $"{member} is not null",
            _ => $"({member} is not null && global::System.Linq.Enumerable.Any({member.Replace("?", "")}))",
        };
    }

    /// <summary>A property of what the path leads to.</summary>
    public static string Member(string path, string name) => path == "this" ? $"this.{name}" : $"{path}?.{name}";
}
