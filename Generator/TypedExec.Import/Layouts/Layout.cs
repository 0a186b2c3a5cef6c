using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>A help text layout that a family of programs shares.</summary>
internal abstract class Layout
{
    /// <summary>The name that reports use.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments that print the help of a subcommand.</summary>
    public virtual IReadOnlyList<string> HelpArguments => ["--help"];

    /// <summary>The arguments that print the list of all subcommands, if the program's own page shows only some of them.</summary>
    public virtual IReadOnlyList<string>? ListArguments => null;

    /// <summary>How many signs of this layout the text has; 0 if it doesn't have this layout.</summary>
    public abstract int Signs(HelpText text);

    /// <summary>Reads a page.</summary>
    /// <param name="text">The page.</param>
    /// <param name="path">The program's name, followed by the words of the subcommand.</param>
    public HelpPage ReadPage(HelpText text, IReadOnlyList<string> path)
    {
        var page = Read(text, path);
        return page with { Options = Opposites.Mark(ValueTypes.Infer(page.Options)), Arguments = ValueTypes.Infer(page.Arguments) };
    }

    /// <summary>Reads the parts that are specific to this layout.</summary>
    protected abstract HelpPage Read(HelpText text, IReadOnlyList<string> path);

    /// <summary>Reads the list of all subcommands that <see cref="ListArguments"/> printed.</summary>
    public virtual IReadOnlyList<HelpCommand> ReadList(HelpText text) => [];
}
