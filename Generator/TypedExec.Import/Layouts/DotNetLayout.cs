using System.Text.RegularExpressions;
using TypedExec.Import.Help;
using TypedExec.Import.Reading;

namespace TypedExec.Import.Layouts;

/// <summary>
/// Programs that use System.CommandLine, such as dotnet: <c>Description:</c>, <c>Arguments:</c>,
/// <c>-f, --framework &lt;FRAMEWORK&gt;</c>, <c>--verbosity &lt;q|m|n&gt;</c>; and <c>dotnet --help</c> itself, with
/// <c>-d|--diagnostics</c> and <c>SDK commands:</c>.
/// </summary>
internal sealed partial class DotNetLayout : SectionedLayout
{
    public override string Name => "dotnet";

    public override int Signs(HelpText text)
        => (text.Has(ShowHelp()) ? 4 : 0) + (text.Has(ShowHelp()) && text.Has(DescriptionHeading()) ? 3 : 0) + (text.Has(SdkUsage()) ? 8 : 0);

    protected override bool HasCommands(Section section) => section.IsNamed(CommandsHeading());

    protected override bool HasArguments(Section section) => section.IsNamed(ArgumentsHeading());

    protected override bool HasOptions(Section section) => section.IsNamed(OptionsHeading());

    [GeneratedRegex(@"^Description:$")]
    private static partial Regex DescriptionHeading();

    [GeneratedRegex(@"^-\?, -h, --help +Show (command line help|help and usage information)")]
    private static partial Regex ShowHelp();

    [GeneratedRegex(@"^Usage: dotnet \[sdk-options\]")]
    private static partial Regex SdkUsage();

    [GeneratedRegex(@"commands\b", RegexOptions.IgnoreCase)]
    private static partial Regex CommandsHeading();

    [GeneratedRegex(@"^arguments$", RegexOptions.IgnoreCase)]
    private static partial Regex ArgumentsHeading();

    [GeneratedRegex(@"options$", RegexOptions.IgnoreCase)]
    private static partial Regex OptionsHeading();
}
