using System.Globalization;
using System.Text;

namespace TypedExec.Remote.Slurm;

/// <summary>Task numbers in sbatch's notation: <c>0-3,7,9-11</c>.</summary>
internal static class TaskRanges
{
    /// <param name="numbers">The numbers, in ascending order.</param>
    public static string Write(IEnumerable<int> numbers)
    {
        var text = new StringBuilder();
        var (first, last) = (-1, -1);
        foreach (var number in numbers)
        {
            if (first >= 0 && number == last + 1)
            {
                last = number;
                continue;
            }

            Append(text, first, last);
            first = last = number;
        }

        Append(text, first, last);
        return text.ToString();
    }

    public static IEnumerable<int> Read(string text)
    {
        foreach (var range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var number = int.Parse(ends[0], CultureInfo.InvariantCulture); number <= last; number++)
            {
                yield return number;
            }
        }
    }

    private static void Append(StringBuilder text, int first, int last)
    {
        if (first < 0)
        {
            return;
        }

        text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}");
        if (last > first)
        {
            text.Append(CultureInfo.InvariantCulture, $"-{last}");
        }
    }
}
