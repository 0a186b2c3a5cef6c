namespace TypedExec;

/// <summary>Creates pipelines with the operator <c>|</c>.</summary>
public static class PipelineExtensions
{
    extension(ICommand)
    {
        /// <summary>Creates a pipeline from two commands: the right one reads what the left one writes.</summary>
        /// <param name="left">The command that writes.</param>
        /// <param name="right">The command that reads.</param>
        public static Pipeline operator |(ICommand left, ICommand right) => new(left, right);
    }
}
