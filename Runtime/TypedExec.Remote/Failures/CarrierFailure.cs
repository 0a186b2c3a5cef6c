namespace TypedExec.Remote.Failures;

/// <summary>The failure of a carrier itself.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="What">What happened, as the end of a sentence that starts with the carrier's name.</param>
/// <param name="Advice">What to do about it, as a sentence.</param>
internal sealed record CarrierFailure(CarrierFailureKind Kind, string What, string Advice);
