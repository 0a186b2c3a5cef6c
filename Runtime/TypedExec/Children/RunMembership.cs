namespace TypedExec.Children;

/// <summary>Which run a child belongs to; <c>default</c> for a child by itself.</summary>
/// <param name="Driver">Stops all stages of the run.</param>
/// <param name="Stage">Which of them the child is.</param>
/// <param name="Observer">Hears of its end.</param>
internal readonly record struct RunMembership(LoopDriver? Driver, int Stage, IChildObserver? Observer);
