namespace TypedExec.Requests;

/// <summary>What of a request is about a command that is carried elsewhere.</summary>
/// <param name="Command">The command.</param>
/// <param name="FileName">The carrier's program.</param>
/// <param name="ToArguments">What the process here is started with: the carrier's arguments, or a shell's that runs it.</param>
internal sealed record CarriedRequest(ICarriedCommand Command, string FileName, Func<IReadOnlyList<string>, IReadOnlyList<string>> ToArguments)
{
    /// <summary>For an invocation, where it is of such a command.</summary>
    /// <param name="invocation">The program and its arguments.</param>
    /// <param name="inShell">Puts a shell around them; null where there is none.</param>
    public static CarriedRequest? From(Invocation? invocation, Func<Invocation, IReadOnlyList<string>>? inShell = null)
        => ICarriedCommand.Find(invocation?.Command) is not { } command ? null
            : new(command, invocation!.File, inShell is null
                ? static arguments => arguments
                : arguments => inShell(invocation with { Arguments = arguments, MaskedArguments = arguments }));
}
