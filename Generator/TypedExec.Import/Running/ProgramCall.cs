namespace TypedExec.Import.Running;

/// <summary>A program that is known only by name, with its arguments.</summary>
internal sealed record ProgramCall(string FileName, IReadOnlyList<string> Arguments) : ICommand
{
    public IReadOnlyList<string> ToArguments() => Arguments;
}
