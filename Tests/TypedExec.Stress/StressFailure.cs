namespace TypedExec.Stress;

/// <summary>A promise of the library's that did not hold.</summary>
internal sealed class StressFailure(string message, Exception? cause = null) : Exception(message, cause);
