using System.Text.RegularExpressions;
using TypedExec.Import.Help;

namespace TypedExec.Import.Reading;

/// <summary>Short options that a usage line writes after a single dash.</summary>
internal static partial class FlagCluster
{
    /// <summary>Returns the options of a spelling: <c>-46AaC</c> is five flags, and <c>-Olevel</c> is an option with its value.</summary>
    public static IEnumerable<HelpOption> Split(HelpOption option)
    {
        if (option.Names is not [['-', not '-', ..] name] || name.Length < 3 || option.Values.Count > 0)
        {
            return [option];
        }

        var letters = name[1..];
        if (GluedValue().IsMatch(letters) && letters.Distinct().Count() < letters.Length)
        {
            return [option with { Names = ["-" + letters[0]], Values = [new HelpValue { Name = letters[1..] }], Separator = "" }];
        }

        var mixed = letters.Any(char.IsAsciiLetterUpper) && letters.Any(c => !char.IsAsciiLetterUpper(c));
        return mixed && letters.Distinct().Count() == letters.Length
            ? letters.Select(letter => option with { Names = ["-" + letter] })
            : [option];
    }

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex GluedValue();
}
