using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>A place in the source that the installed program does not agree with.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Location">Where.</param>
internal sealed record Finding(CheckRule Rule, string Message, FileLinePositionSpan Location);
