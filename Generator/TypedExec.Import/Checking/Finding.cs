using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>A place in the source that doesn't match the installed program.</summary>
/// <param name="Rule">The rule that it violates.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
/// <param name="Location">The place in the source.</param>
internal sealed record Finding(CheckRule Rule, string Message, FileLinePositionSpan Location);
