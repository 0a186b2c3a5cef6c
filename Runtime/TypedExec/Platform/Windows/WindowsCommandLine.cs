using System.Text;
using TypedExec.Shells;
using TypedExec.Requests;

namespace TypedExec.Platform.Windows;

/// <summary>
/// The command line of a child: Windows passes one text, which the child splits again by the rules of CommandLineToArgvW
/// (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
/// </summary>
internal static class WindowsCommandLine
{
    /// <summary>The longest line that cmd.exe reads.</summary>
    private const int LongestForCmd = 8191;

    /// <param name="program">The program's full path, which is a batch file or not.</param>
    /// <param name="request">What is to be started.</param>
    /// <param name="environment">The child's environment.</param>
    /// <exception cref="ArgumentException">A batch file cannot be given an argument safely.</exception>
    public static string Of(string program, StartRequest request, WindowsEnvironment environment)
    {
        var isVerbatim = request.Options.WindowsVerbatimArguments;
        var line = new StringBuilder();
        if (BatchFile.HasBatchName(program))
        {
            return BatchCommandLine.Of(program, request, environment);
        }

        AppendProgram(line, request.Argv[0]);
        foreach (var argument in request.Argv.Skip(1))
        {
            line.Append(' ');
            if (isVerbatim)
            {
                line.Append(argument);
            }
            else
            {
                AppendQuoted(line, argument);
            }
        }

        if (Path.GetFileName(program).Equals("cmd.exe", StringComparison.OrdinalIgnoreCase))
        {
            CheckForCmd(line);
        }

        return line.ToString();
    }

    /// <exception cref="SpawnFailureException">The line is longer than cmd.exe reads.</exception>
    public static void CheckForCmd(StringBuilder line)
    {
        if (line.Length > LongestForCmd)
        {
            throw new SpawnFailureException(
                Errno.ENAMETOOLONG, hint: $"the command line has {line.Length} characters, and cmd.exe reads {LongestForCmd}: give what is long on stdin or in a file");
        }
    }

    /// <summary>
    /// The first word, in which quotes stand around spaces and backslashes mean nothing: a quote in it cannot be written, and
    /// was refused.
    /// </summary>
    private static void AppendProgram(StringBuilder line, string program)
    {
        var isQuoted = program.Length == 0 || program.AsSpan().IndexOfAny(' ', '\t') >= 0;
        line.Append(isQuoted ? "\"" : "").Append(program).Append(isQuoted ? "\"" : "");
    }

    /// <summary>Quotes as libuv does: only where it is needed, with backslashes doubled before a quote alone.</summary>
    public static void AppendQuoted(StringBuilder line, string argument)
    {
        if (argument.Length > 0 && argument.AsSpan().IndexOfAny(" \t\n\v\"") < 0)
        {
            line.Append(argument);
            return;
        }

        line.Append('"');
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '"')
            {
                line.Append('\\', backslashes + 1);
            }

            line.Append(c);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }

        line.Append('\\', backslashes).Append('"');
    }
}
