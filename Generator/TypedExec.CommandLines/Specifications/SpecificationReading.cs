using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>What became of a specification's text.</summary>
/// <param name="Command">The program; null when the text is none or is refused. What is wrong inside is left out of it.</param>
/// <param name="Mistakes">What is wrong, in the order of the text.</param>
internal sealed record SpecificationReading(CommandSpecification? Command, EquatableArray<SpecificationMistake> Mistakes);

/// <summary>A mistake in a specification.</summary>
/// <param name="Kind">Which rule it breaks.</param>
/// <param name="Start">Where it begins, in UTF-16 units from the start of the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record SpecificationMistake(MistakeKind Kind, int Start, int Length, string Message);

/// <summary>What is wrong with a specification.</summary>
internal enum MistakeKind
{
    /// <summary>The text is no JSON.</summary>
    Json,

    /// <summary>It is JSON, but no specification.</summary>
    Shape,

    /// <summary>There is more of it than is generated.</summary>
    Limit,
}
