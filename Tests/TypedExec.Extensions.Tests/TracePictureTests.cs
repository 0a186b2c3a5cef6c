using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace TypedExec.Extensions.Tests;

/// <summary>
/// The picture in docs/observability.md shows real spans. With the environment variable <c>TYPEDEXEC_PICTURES</c>, the test draws
/// it again; otherwise it compares the existing picture with the spans of the same commands now.
/// </summary>
public sealed class TracePictureTests
{
    private const int RowHeight = 30;
    private const int Left = 230;
    private const int Width = 620;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task The_picture_in_the_documentation_shows_what_the_exporter_receives()
    {
        var exported = new ConcurrentBag<Activity>();
        using var source = new ActivitySource($"picture-{Guid.NewGuid()}");
        using var provider = Sdk.CreateTracerProviderBuilder().AddSource(CommandTelemetry.Name).AddSource(source.Name)
            .AddInMemoryExporter(new BagCollection<Activity>(exported)).Build();
        ActivityTraceId trace;
        using (var request = source.StartActivity("GET /report")!)
        {
            trace = request.TraceId;
            var slow = new Executable("sh", "-c", "sleep 0.1; seq 100");
            await (slow | new Executable("grep", "7") | new Executable("sort", "-r")).ExecFile();
            new Executable("sleep", "0.05").ExecFileSync();
            await new Executable("ls", "/no/such/file").ExecFile(new ExecFileOptions { ThrowOnFailure = false });
        }

        var spans = exported.Where(span => span.TraceId == trace).OrderBy(static span => span.StartTimeUtc).ToArray();
        var picture = Path.Combine(Directory(), "..", "..", "docs", "images", "trace.svg");
        if (Environment.GetEnvironmentVariable("TYPEDEXEC_PICTURES") is { Length: > 0 })
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            await File.WriteAllTextAsync(picture, Draw(spans), TestContext.Current.CancellationToken);
        }

        var shown = XElement.Load(picture).Descendants(Svg + "text").Where(static text => (string?)text.Attribute("class") == "name").Select(static text => text.Value);
        Assert.Equal(["GET /report", "sh", "grep", "sort", "sleep", "ls ✗ 2"], spans.Select(Name));
        Assert.Equal(spans.Select(Name), shown);
    }

    private static string Name(Activity span) => span.GetTagItem("error.type") is { } error ? $"{span.DisplayName} ✗ {error}" : span.DisplayName;

    private static string Draw(Activity[] spans)
    {
        var whole = spans[0];
        var scale = Width / whole.Duration.TotalMilliseconds;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 80} {(spans.Length * RowHeight) + 20}" font-family="sans-serif" font-size="13">
              <title>A trace of commands</title>
              <rect width="100%" height="100%" fill="#ffffff"/>

            """);
        for (var i = 0; i < spans.Length; i++)
        {
            var span = spans[i];
            var x = Left + ((span.StartTimeUtc - whole.StartTimeUtc).TotalMilliseconds * scale);
            var width = Math.Max(2, span.Duration.TotalMilliseconds * scale);
            var y = 10 + (i * RowHeight);
            var color = i == 0 ? "#8a8f98" : span.Status == ActivityStatusCode.Error ? "#c62f3b" : "#2f6fc6";
            svg.Append(CultureInfo.InvariantCulture, $"""
                  <text class="name" x="{(i == 0 ? 10 : 28)}" y="{y + 19}" fill="#1f2328">{Name(span)}</text>
                  <rect x="{x:F1}" y="{y + 5}" width="{width:F1}" height="{RowHeight - 10}" rx="3" fill="{color}"/>
                  <text x="{Math.Min(x + width + 6, Left + Width + 6):F1}" y="{y + 19}" fill="#57606a">{span.Duration.TotalMilliseconds:F0} ms</text>

                """);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Directory([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
