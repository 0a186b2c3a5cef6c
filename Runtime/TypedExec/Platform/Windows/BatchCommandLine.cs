using System.Text;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>
/// The command line that runs a batch file. cmd.exe parses the arguments by its own rules, which the quoting of
/// CommandLineToArgvW doesn't protect against ("BatBadBut", CVE-2024-24576). They are quoted for cmd.exe as in Rust's standard
/// library: every argument that isn't plain is quoted, a quote in it is doubled, so that the rest stays inside the quotes, and
/// a percent sign is followed by an empty expansion, so that it doesn't start a variable.
/// </summary>
internal static class BatchCommandLine
{
    private const string PercentSign = "%%cd:~,%";

    /// <exception cref="ArgumentException">An argument contains a character that ends a cmd.exe command line even in quotes.</exception>
    /// <exception cref="SpawnFailureException">The line is too long for cmd.exe.</exception>
    public static string Of(string program, StartRequest request, WindowsEnvironment environment)
    {
        // If a line starts and ends with a quote, /s removes only these two. No AutoRun from the registry, extensions
        // for the expansion, no expansion of exclamation marks.
        var line = new StringBuilder("cmd.exe /d /e:ON /v:OFF /s /c \"");
        // cmd.exe expands percent signs in the path too, with or without quotes. A path can't contain a quote.
        CheckPercent(program, $"The path of {request.File}", environment);
        line.Append('"').Append(program.Replace("%", PercentSign, StringComparison.Ordinal)).Append('"');
        for (var i = 1; i < request.Argv.Count; i++)
        {
            line.Append(' ');
            if (request.Options.WindowsVerbatimArguments)
            {
                CheckLineBreak(request, i);
                line.Append(request.Argv[i]);
            }
            else
            {
                Check(request, i, environment);
                AppendQuoted(line, request.Argv[i]);
            }
        }

        WindowsCommandLine.CheckForCmd(line.Append('"'));
        return line.ToString();
    }

    private static void Check(StartRequest request, int index, WindowsEnvironment environment)
    {
        CheckLineBreak(request, index);
        CheckPercent(request.Argv[index], $"Argument {index}", environment);
    }

    private static void CheckLineBreak(StartRequest request, int index)
    {
        if (request.Argv[index].AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            throw new ArgumentException(
                $"Argument {index} contains a line break, which ends a command in cmd.exe even inside quotes, and {request.File} is a "
                + "batch file. Remove the line break, or run the program that the batch file starts.");
        }
    }

    private static void CheckPercent(string text, string what, WindowsEnvironment environment)
    {
        if (text.Contains('%', StringComparison.Ordinal) && environment["CD"] is not null)
        {
            throw new ArgumentException(
                $"{what} holds a percent sign, which cannot be quoted for a batch file while the environment has an entry CD: remove it.");
        }
    }

    private static void AppendQuoted(StringBuilder line, string argument)
    {
        if (IsPlain(argument))
        {
            line.Append(argument);
            return;
        }

        line.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            switch (c)
            {
                case '"':
                    line.Append('\\', backslashes).Append("\"\"");
                    break;
                case '%':
                    line.Append(PercentSign);
                    break;
                default:
                    line.Append(c);
                    break;
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        line.Append('\\', backslashes).Append('"');
    }

    private static bool IsPlain(string argument)
    {
        foreach (var c in argument)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('#' or '$' or '*' or '+' or '-' or '.' or '/' or ':' or '?' or '@' or '\\' or '_'))
            {
                return false;
            }
        }

        return argument.Length > 0 && argument[^1] != '\\';
    }
}
