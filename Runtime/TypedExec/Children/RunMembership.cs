using TypedExec.IO;

namespace TypedExec.Children;

/// <summary>The run that a child belongs to; <c>default</c> for a child by itself.</summary>
/// <param name="Driver">Stops all stages of the run.</param>
/// <param name="Stage">The child's stage.</param>
/// <param name="Observer">Is notified of its end.</param>
/// <param name="Outputs">The outputs of all stages, which can block each other, or null for the child's own only.</param>
/// <param name="Slot">The slot that the service has lent the child, to be returned at its end. Null for none, or if the run has it.</param>
internal readonly record struct RunMembership(LoopDriver? Driver, int Stage, IChildObserver? Observer, OutputGroup? Outputs = null, IDisposable? Slot = null);
