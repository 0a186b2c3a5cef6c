namespace TypedExec.CommandLines.Model;

/// <summary>The types of the messages between a forked command and its parent, all <c>global::</c>-qualified.</summary>
/// <param name="Send">The type that the parent sends.</param>
/// <param name="Receive">The type that the child sends.</param>
/// <param name="Context">The context that has the JSON metadata of both.</param>
/// <param name="AreInternal">True if one of them isn't visible in other assemblies, so that the method can't be public.</param>
internal sealed record MessagesModel(string Send, string Receive, string Context, bool AreInternal);
