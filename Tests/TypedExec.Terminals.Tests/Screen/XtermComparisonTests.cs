using System.Text;
using System.Text.Json;

namespace TypedExec.Terminals.Tests.Screen;

/// <summary>Random outputs, displayed here and by xterm.</summary>
public sealed class XtermComparisonTests
{
    private const int Columns = 20;
    private const int Rows = 6;
    private const int Outputs = 1000;

    [Fact]
    public async Task Random_sequences_look_the_same_as_in_xterm()
    {
        var seed = Environment.TickCount;
        var outputs = Enumerable.Range(0, Outputs).Select(i => Output(new Random(unchecked(seed + i)))).ToArray();

        var expected = await Xterm.ShowAsync(Columns, Rows, outputs.Select(Encoding.UTF8.GetBytes));

        for (var i = 0; i < outputs.Length; i++)
        {
            var shown = Shown.On(Columns, Rows, outputs[i]);
            Assert.True(
                expected[i] == shown,
                $"Seed {unchecked(seed + i)}: {JsonSerializer.Serialize(outputs[i])}\nxterm:\n{expected[i]}\nhere:\n{shown}");
        }
    }

    private static string Output(Random random)
        => string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Part(random)));

    /// <summary>
    /// Returns what all terminals do alike. What they differ on is excluded: halves of wide characters, the position of the
    /// cursor after a full row, and whether both screens share one scrolling region.
    /// </summary>
    private static string Part(Random random)
    {
        var count = random.Next(8);
        return random.Next(33) switch
        {
            0 or 1 or 2 or 3 => $"{new string((char)('a' + random.Next(26)), random.Next(1, 12))}\u001b[{random.Next(1, 21)}G",
            4 => $"e\u0301\u001b[{random.Next(1, 21)}G",
            5 => "\r\n",
            6 => "\n",
            7 => "\r",
            8 => "\t",
            9 => "\b",
            10 => $"\u001b[{count}A",
            11 => $"\u001b[{count}B",
            12 => $"\u001b[{count}C",
            13 => $"\u001b[{count}D",
            14 => $"\u001b[{count};{random.Next(22)}H",
            15 => $"\u001b[{random.Next(3)}J",
            16 => $"\u001b[{random.Next(3)}K",
            17 => $"\u001b[{count}L",
            18 => $"\u001b[{count}M",
            19 => $"\u001b[{count}@",
            20 => $"\u001b[{count}P",
            21 => $"\u001b[{count}X",
            22 => $"\u001b[{count}S",
            23 => $"\u001b[{count}T",
            24 => $"\u001b[{random.Next(1, 4)};{random.Next(4, 7)}r",
            25 => "\u001b7",
            26 => "\u001b8",
            27 => "\u001bM",
            28 => "\u001bD",
            29 => $"\u001b[r\u001b[?1049{(random.Next(2) == 0 ? 'h' : 'l')}\u001b[r",
            30 => $"\u001b[{random.Next(1, 21)}G",
            31 => $"\u001b[{random.Next(1, 7)}d",
            _ => $"\u001b[1;31m\u001b(0lqk\u001b(B\u001b[{random.Next(1, 21)}G",
        };
    }
}
