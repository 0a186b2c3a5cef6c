using System.Text.Json;

namespace TypedExec.Tests.Support;

/// <summary>Runs a script under Node itself, to compare what it observes with what is observed here.</summary>
internal static class NodeScript
{
    private const string Prelude = """
        const { spawn, exec, execFile, spawnSync, execSync, execFileSync } = require('child_process');
        const print = value => process.stdout.write(JSON.stringify(value));
        const fields = e => `${e.code} ${e.errno} ${e.syscall} ${e.path} [${e.spawnargs}]`;
        const observe = child => {
          const log = [];
          child.on('spawn', () => log.push('spawn'));
          child.on('exit', (code, signal) => log.push(`exit ${code} ${signal}`));
          child.on('error', e => log.push('error ' + fields(e)));
          child.stdout?.on('data', d => {
            if (log.at(-1)?.startsWith('data ')) log[log.length - 1] += d; else log.push('data ' + d);
          });
          child.on('close', (code, signal) => { log.push(`close ${code} ${signal}`); print(log); });
          return child;
        };
        const caught = f => { try { f(); return null; } catch (e) { return e; } };

        """;

    /// <summary>Runs a script that prints one value; skips the test if Node isn't installed.</summary>
    public static async Task<JsonElement> RunAsync(string script)
    {
        Programs.SkipWithout("node");
        var result = await new Executable("node").ExecFile("-e", Prelude + script).Soon();
        return JsonElement.Parse(result.Stdout);
    }

    /// <summary>Returns the events that Node raises for a child that the script passes to <c>observe</c>.</summary>
    public static async Task<string[]> EventsAsync(string script)
        => [.. (await RunAsync(script)).EnumerateArray().Select(entry => entry.GetString()!)];

    /// <summary>Returns the values that a script printed as an array, as text; null is empty.</summary>
    public static string[] Texts(this JsonElement values) => [.. values.EnumerateArray().Select(value => value.ToString())];
}
