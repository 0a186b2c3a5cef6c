namespace TypedExec.Remote.Failures;

/// <summary>What was wrong with a carrier.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="What">What happened, as the end of a sentence that begins with the carrier's name.</param>
/// <param name="Advice">What to do, a sentence.</param>
internal sealed record CarrierFailure(CarrierFailureKind Kind, string What, string Advice);
