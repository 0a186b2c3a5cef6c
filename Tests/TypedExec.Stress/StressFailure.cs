namespace TypedExec.Stress;

/// <summary>A broken promise of the library.</summary>
internal sealed class StressFailure(string message, Exception? cause = null) : Exception(message, cause);
