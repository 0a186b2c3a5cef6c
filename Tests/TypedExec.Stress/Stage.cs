namespace TypedExec.Stress;

/// <summary>A program with its arguments, as a stage of a pipeline.</summary>
internal sealed class Stage(string file, params string[] arguments) : ICommand
{
    string ICommand.FileName => file;

    public IReadOnlyList<string> ToArguments() => arguments;
}
