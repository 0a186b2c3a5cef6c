using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs that use Rust's clap, such as cargo and rustc: <c>Usage: cargo [OPTIONS] [COMMAND]</c>, <c>--color &lt;WHEN&gt;</c>,
/// <c>--bin [&lt;NAME&gt;]</c>, <c>-v, --verbose...</c>, <c>[possible values: a, b]</c>, <c>build, b  text</c>.
/// </summary>
internal sealed partial class ClapLayout : SectionedLayout
{
    public override string Name => "clap";

    public override int Signs(HelpText text)
        => (text.Has(OptionsPlaceholder()) ? 2 : 0) + (text.Has(PossibleValues()) ? 3 : 0) + (text.Has(PrintHelp()) ? 3 : 0);

    protected override bool HasCommands(Section section) => section.IsNamed(CommandsHeading());

    protected override bool HasArguments(Section section) => section.IsNamed(ArgumentsHeading());

    protected override bool HasOptions(Section section)
        => section.Heading != Sections.Usage && !HasCommands(section) && !HasArguments(section);

    /// <summary><c>+toolchain</c> is an argument of rustup and comes first.</summary>
    protected override bool IsArgument(HelpValue argument) => argument.Name?.StartsWith('+') != true;

    [GeneratedRegex(@"\[OPTIONS\]")]
    private static partial Regex OptionsPlaceholder();

    [GeneratedRegex(@"\[possible values: ")]
    private static partial Regex PossibleValues();

    [GeneratedRegex(@"^-h, --help +Print help")]
    private static partial Regex PrintHelp();

    [GeneratedRegex(@"^(sub)?commands$", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^arg(ument)?s$", RegexOptions.IgnoreCase)]
    private static partial Regex ArgumentsHeading();
}
