namespace TypedExec.CommandLines.Model;

/// <summary>An enum that options render.</summary>
/// <param name="Type">Its <c>global::</c>-qualified name.</param>
/// <param name="Members">Its members; of those with the same value, the first.</param>
/// <param name="IsFlags">True if a value is a combination of members.</param>
/// <param name="IsObsoleteError">True if using one of its members is an error, except in code that is obsolete itself.</param>
internal sealed record EnumModel(string Type, EquatableArray<EnumMemberModel> Members, bool IsFlags = false, bool IsObsoleteError = false);

/// <summary>A member of an enum.</summary>
/// <param name="Reference">The member as written in code, after the type's name.</param>
/// <param name="Text">Its text on the command line.</param>
internal sealed record EnumMemberModel(string Reference, string Text);
