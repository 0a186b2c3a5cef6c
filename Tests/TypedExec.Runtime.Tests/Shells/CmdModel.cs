using System.Text;

namespace TypedExec.Tests.Shells;

/// <summary>
/// Processes a command line by the documented rules of cmd.exe (percent signs first, as typed at a prompt, then quotes, carets
/// and operators) and then of the C runtime. It returns the arguments, or what else cmd.exe ran.
/// </summary>
internal static class CmdModel
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PATH"] = "C:\\Windows & calc", ["a"] = "\"&calc&\"", [""] = "",
    };

    /// <exception cref="InvalidOperationException">An operator was found, so that more than one command would run.</exception>
    public static string[] Arguments(string line) => Split(Unescape(Expand(line)));

    /// <summary>Phase 1: expands <c>%name%</c> and <c>%name:…%</c> of variables that exist, wherever they are.</summary>
    private static string Expand(string line)
    {
        var expanded = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '%' && line.IndexOf('%', i + 1) is > 0 and var end
                && Variables.TryGetValue(line[(i + 1)..end].Split(':')[0], out var value) && end > i + 1)
            {
                expanded.Append(value);
                i = end;
            }
            else
            {
                expanded.Append(line[i]);
            }
        }

        return expanded.ToString();
    }

    /// <summary>Phase 2: a caret escapes outside quotes, a line break ends the command, operators start another.</summary>
    private static string Unescape(string line)
    {
        var result = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\n':
                    throw new InvalidOperationException("A second command: " + line[i..]);
                case '\r':
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    result.Append('"');
                    break;
                case '^' when !isQuoted:
                    i++;
                    result.Append(i < line.Length ? line[i] : "");
                    break;
                case '&' or '|' or '<' or '>' or '(' or ')' when !isQuoted:
                    throw new InvalidOperationException("An operator: " + line[i..]);
                default:
                    result.Append(line[i]);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>The C runtime: 2n backslashes before a quote are n, one more makes it literal; "" inside quotes is a quote.</summary>
    private static string[] Split(string line)
    {
        var arguments = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            if (line[i] is ' ' or '\t')
            {
                i++;
                continue;
            }

            var argument = new StringBuilder();
            var isQuoted = false;
            for (; i < line.Length && (isQuoted || line[i] is not (' ' or '\t')); i++)
            {
                var backslashes = 0;
                for (; i < line.Length && line[i] == '\\'; i++)
                {
                    backslashes++;
                }

                var isQuote = i < line.Length && line[i] == '"';
                argument.Append('\\', isQuote ? backslashes / 2 : backslashes);
                if (!isQuote)
                {
                    if (i == line.Length || (!isQuoted && line[i] is ' ' or '\t'))
                    {
                        break;
                    }

                    argument.Append(line[i]);
                }
                else if (backslashes % 2 == 1)
                {
                    argument.Append('"');
                }
                else if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    argument.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = !isQuoted;
                }
            }

            arguments.Add(argument.ToString());
        }

        return [.. arguments];
    }
}
