using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>The result of reading a specification's text.</summary>
/// <param name="Command">The program, or null if the text isn't one or is rejected. Parts with errors are omitted.</param>
/// <param name="Mistakes">The errors, in the order of the text.</param>
internal sealed record SpecificationReading(CommandSpecification? Command, EquatableArray<SpecificationMistake> Mistakes);

/// <summary>An error in a specification.</summary>
/// <param name="Kind">The rule that it violates.</param>
/// <param name="Start">Its start, in UTF-16 units from the start of the text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record SpecificationMistake(MistakeKind Kind, int Start, int Length, string Message);

/// <summary>The kind of error in a specification.</summary>
internal enum MistakeKind
{
    /// <summary>The text isn't valid JSON.</summary>
    Json,

    /// <summary>It is JSON, but not a specification.</summary>
    Shape,

    /// <summary>It exceeds a limit of the generator.</summary>
    Limit,
}
