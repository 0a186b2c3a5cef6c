using Microsoft.CodeAnalysis;

namespace TypedExec.Import.Checking;

/// <summary>A command of a program that a project's source wraps: a class, or a method with a template.</summary>
/// <param name="Program">The program, as in <c>[Command]</c>.</param>
/// <param name="Path">The words of the subcommand; empty for the program itself.</param>
/// <param name="Location">Its place in the source.</param>
/// <param name="Options">The options that it can render.</param>
internal sealed record Wrapper(string Program, IReadOnlyList<string> Path, FileLinePositionSpan Location, IReadOnlyList<WrappedOption> Options)
{
    /// <summary>Whether it's a template, whose words may be arguments rather than a subcommand.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The command as you would type it.</summary>
    public string Title => string.Join(' ', [System.IO.Path.GetFileNameWithoutExtension(Program), .. Path]);
}

/// <summary>An option that a wrapper can render.</summary>
/// <param name="Name">One of its spellings.</param>
/// <param name="Arity">Whether it has a value.</param>
/// <param name="Location">Its place in the source.</param>
internal sealed record WrappedOption(string Name, OptionArity Arity, FileLinePositionSpan Location);

/// <summary>Whether an option has a value.</summary>
internal enum OptionArity
{
    /// <summary>Unknown.</summary>
    Unknown,

    /// <summary>Never.</summary>
    Flag,

    /// <summary>Sometimes.</summary>
    OptionalValue,

    /// <summary>Always.</summary>
    Value,
}
