using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>A way to lay out help texts, which a family of programs shares.</summary>
internal abstract class Layout
{
    /// <summary>The name that reports use.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments that print the help of a subcommand.</summary>
    public virtual IReadOnlyList<string> HelpArguments => ["--help"];

    /// <summary>The arguments that print the list of all subcommands, where the program's own page shows a part of them.</summary>
    public virtual IReadOnlyList<string>? ListArguments => null;

    /// <summary>How many signs of this layout the text has: 0 when it is not this layout.</summary>
    public abstract int Signs(HelpText text);

    /// <summary>Reads a page.</summary>
    /// <param name="text">The page.</param>
    /// <param name="path">The program's name, and the words of the subcommand whose page it is.</param>
    public HelpPage ReadPage(HelpText text, IReadOnlyList<string> path)
    {
        var page = Read(text, path);
        return page with { Options = Opposites.Mark(ValueTypes.Infer(page.Options)), Arguments = ValueTypes.Infer(page.Arguments) };
    }

    /// <summary>Reads what is the layout's own way.</summary>
    protected abstract HelpPage Read(HelpText text, IReadOnlyList<string> path);

    /// <summary>Reads the list of all subcommands that <see cref="ListArguments"/> printed.</summary>
    public virtual IReadOnlyList<HelpCommand> ReadList(HelpText text) => [];
}
