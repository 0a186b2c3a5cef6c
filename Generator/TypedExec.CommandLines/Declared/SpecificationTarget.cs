using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Declared;

/// <summary>A command class with a specification, as in the user's code. It contains only values, compared by value.</summary>
/// <param name="Command">The class as if it had no specification.</param>
/// <param name="Specification">The file that the attribute names.</param>
/// <param name="Directory">The directory of the class's file, with <c>/</c>.</param>
/// <param name="Class">The declarations of the class and its nested classes.</param>
internal sealed record SpecificationTarget(CommandModel Command, string Specification, string Directory, UserClass Class);
