namespace TypedExec.TestProgram.Ways;

/// <summary>A program with its arguments as a command.</summary>
internal sealed class CommandLine(string program, params string[] arguments) : ICommand
{
    string ICommand.FileName => program;

    public IReadOnlyList<string> ToArguments() => arguments;
}
