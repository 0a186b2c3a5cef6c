using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>A command of a program that a project's source wraps: a class, or a method with a template.</summary>
/// <param name="Program">The program, as <c>[Command]</c> names it.</param>
/// <param name="Path">The words of the subcommand; none for the program itself.</param>
/// <param name="Location">Where the source says so.</param>
/// <param name="Options">The options that it can give.</param>
internal sealed record Wrapper(string Program, IReadOnlyList<string> Path, FileLinePositionSpan Location, IReadOnlyList<WrappedOption> Options)
{
    /// <summary>Whether it is a template, whose words may be arguments as well as a subcommand.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The command as a person would call it.</summary>
    public string Title => string.Join(' ', [System.IO.Path.GetFileNameWithoutExtension(Program), .. Path]);
}

/// <summary>An option that a wrapper can give.</summary>
/// <param name="Name">A spelling of it.</param>
/// <param name="Arity">Whether a value goes with it.</param>
/// <param name="Location">Where the source has it.</param>
internal sealed record WrappedOption(string Name, OptionArity Arity, FileLinePositionSpan Location);

/// <summary>Whether an option is given a value.</summary>
internal enum OptionArity
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>Never.</summary>
    Flag,

    /// <summary>Perhaps.</summary>
    OptionalValue,

    /// <summary>Always.</summary>
    Value,
}
