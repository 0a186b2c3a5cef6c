using TypedExec.IO;

namespace TypedExec.Children;

/// <summary>Which run a child belongs to; <c>default</c> for a child by itself.</summary>
/// <param name="Driver">Stops all stages of the run.</param>
/// <param name="Stage">Which of them the child is.</param>
/// <param name="Observer">Hears of its end.</param>
/// <param name="Outputs">The outputs of all stages, which can hold each other up; null for the child's own alone.</param>
/// <param name="Slot">What the service has lent the child, to be given back at its end; null for none, or where the run has it.</param>
internal readonly record struct RunMembership(LoopDriver? Driver, int Stage, IChildObserver? Observer, OutputGroup? Outputs = null, IDisposable? Slot = null);
