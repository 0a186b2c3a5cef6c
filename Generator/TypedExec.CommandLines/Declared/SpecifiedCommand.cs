using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Declared;

/// <summary>A command class with a specification, as the user's own code has it. Only values, compared by value.</summary>
/// <param name="Command">The class as if it had no specification.</param>
/// <param name="Specification">The file that the attribute names.</param>
/// <param name="Directory">Where the class's own file is, with <c>/</c>.</param>
/// <param name="Class">What it and its nested classes declare.</param>
internal sealed record SpecifiedCommand(CommandModel Command, string Specification, string Directory, DeclaredClass Class);
