namespace TypedExec.CommandLines.Model;

/// <summary>The types of the messages between a forked command and its parent, all <c>global::</c>-qualified.</summary>
/// <param name="Send">What the parent sends.</param>
/// <param name="Receive">What the child sends.</param>
/// <param name="Context">The context that has the JSON metadata of both.</param>
/// <param name="AreInternal">Whether one of them cannot be seen from other assemblies, and so the method cannot be public.</param>
internal sealed record MessagesModel(string Send, string Receive, string Context, bool AreInternal);
