namespace TypedExec;

/// <summary>Makes a pipeline of two commands.</summary>
public static class PipelineExtensions
{
    extension(ICommand)
    {
        /// <summary>A pipeline in which the right command reads what the left one writes.</summary>
        /// <param name="left">The command that writes.</param>
        /// <param name="right">The command that reads.</param>
        public static Pipeline operator |(ICommand left, ICommand right) => new(left, right);
    }
}
