namespace TypedExec.Requests;

/// <summary>The part of a request that applies to a command that another program carries elsewhere.</summary>
/// <param name="Command">The command.</param>
/// <param name="FileName">The carrier's program.</param>
/// <param name="ToArguments">What the process here is started with: the carrier's arguments, or a shell's that runs it.</param>
internal sealed record CarriedRequest(ICarriedCommand Command, string FileName, Func<IReadOnlyList<string>, IReadOnlyList<string>> ToArguments)
{
    /// <summary>Creates the request for an invocation of such a command; returns null for any other.</summary>
    /// <param name="invocation">The program and its arguments.</param>
    /// <param name="inShell">Puts a shell around them, or null for none.</param>
    public static CarriedRequest? From(Invocation? invocation, Func<Invocation, IReadOnlyList<string>>? inShell = null)
        => ICarriedCommand.Find(invocation?.Command) is { } command ? Create(command, invocation!, inShell) : null;

    /// <summary>A separate method, because the closure would otherwise be allocated for every command.</summary>
    private static CarriedRequest Create(ICarriedCommand command, Invocation invocation, Func<Invocation, IReadOnlyList<string>>? inShell)
        => new(command, invocation.File, inShell is null
            ? static arguments => arguments
            : arguments => inShell(invocation with { Arguments = arguments, MaskedArguments = arguments }));
}
