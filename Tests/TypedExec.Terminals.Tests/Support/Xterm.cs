using System.Text.Json;

namespace TypedExec.Terminals.Tests.Support;

/// <summary>The screens that xterm (npm's @xterm/headless) shows.</summary>
internal static class Xterm
{
    public static async Task<string[]> ShowAsync(int columns, int rows, IEnumerable<byte[]> outputs)
    {
        var script = await NodePackages.InstallAsync(Path.Combine(AppContext.BaseDirectory, "Screen", "Reference"), "show.js");
        var input = JsonSerializer.Serialize(new { columns, rows, outputs = outputs.Select(Convert.ToBase64String) });
        var result = await new Executable("node").ExecFile([script], new ExecFileOptions { Input = input });
        return JsonSerializer.Deserialize<string[]>(result.Stdout)!;
    }
}
