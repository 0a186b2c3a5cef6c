using System.Globalization;
using System.Xml.Linq;

namespace TypedExec.Benchmarks.Charts;

/// <summary>
/// Draws a <see cref="BarChart"/> as SVG: all values as text, colors for light and dark screens, and the whole content as a
/// description for screen readers.
/// </summary>
internal static class SvgBarChart
{
    private const double Width = 800;
    private const double PlotLeft = 200;
    private const double PlotWidth = 480;
    private const double PlotTop = 76;
    private const double RowHeight = 30;
    private const double BarHeight = 18;
    private const double Margin = 24;

    private const string Style = """

            .card { fill: #ffffff; stroke: #d0d7de }
            .strong { fill: #1f2328; font-weight: 600 }
            .text { fill: #1f2328 }
            .quiet { fill: #57606a }
            .grid { stroke: #d8dee4 }
            .own { fill: #0969da }
            .rival { fill: #8c959f }
            .limit { fill: none; stroke: #57606a; stroke-dasharray: 4 3 }
            @media (prefers-color-scheme: dark) {
              .card { fill: #0d1117; stroke: #3d444d }
              .strong { fill: #f0f6fc }
              .text { fill: #f0f6fc }
              .quiet { fill: #9198a1 }
              .grid { stroke: #30363d }
              .own { fill: #4493f8 }
              .rival { fill: #656c76 }
              .limit { stroke: #9198a1 }
            }

        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(BarChart chart)
    {
        var plotBottom = PlotTop + (chart.Bars.Count * RowHeight);
        var height = plotBottom + 58;
        var step = Step(chart.Bars.Max(static bar => bar.Value));
        var ticks = (int)Math.Ceiling(chart.Bars.Max(static bar => bar.Value) / step);
        var scale = PlotWidth / (ticks * step);
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
            new XAttribute("font-family", "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"),
            new XAttribute("font-size", "13"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            new XElement(Svg + "title", new XAttribute("id", "title"), chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Description(chart)),
            new XElement(Svg + "style", Style),
            Rectangle("card", 0.5, 0.5, Width - 1, height - 1, radius: 8),
            Text("strong", Margin, 32, chart.Title, size: 17),
            Text("quiet", Margin, 54, chart.Subtitle));
        for (var tick = 0; tick <= ticks; tick++)
        {
            var x = PlotLeft + (tick * step * scale);
            root.Add(
                Element("line", "grid", ("x1", x), ("x2", x), ("y1", PlotTop), ("y2", plotBottom + 4)),
                Text("quiet", x, plotBottom + 20, (tick * step).ToString("0.####", CultureInfo.InvariantCulture), anchor: "middle"));
        }

        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var bar = chart.Bars[i];
            var (top, length) = (PlotTop + (i * RowHeight) + ((RowHeight - BarHeight) / 2), bar.Value * scale);
            var text = bar.Kind == BarKind.Own ? "strong" : "text";
            root.Add(
                Text(text, PlotLeft - 10, top + 13.5, bar.Label, anchor: "end"),
                Rectangle(bar.Kind.ToString().ToLowerInvariant(), PlotLeft, top, length, BarHeight, radius: 2),
                Text(text, PlotLeft + length + 8, top + 13.5, Value(chart, bar)));
        }

        root.Add(Text("quiet", PlotLeft + (PlotWidth / 2), plotBottom + 42, chart.Axis, anchor: "middle"));
        return root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>The distance of the ticks: 1, 2, or 5 times a power of ten, for at most six of them.</summary>
    private static double Step(double longest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(longest)) - 1);
        return new[] { 1, 2, 5, 10, 20, 50 }.Select(factor => factor * power).First(step => longest / step <= 6);
    }

    private static string Description(BarChart chart)
        => $"{chart.Subtitle} {chart.Axis}: {string.Join("; ", chart.Bars.Select(bar => $"{bar.Label} {Value(chart, bar)}"))}.";

    private static string Value(BarChart chart, Bar bar) => $"{bar.Value.ToString(chart.Format, CultureInfo.InvariantCulture)} {chart.Unit}";

    private static XElement Rectangle(string kind, double x, double y, double width, double height, double radius)
        => Element("rect", kind, ("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius));

    private static XElement Text(string kind, double x, double y, string text, string anchor = "start", double size = 13)
    {
        var element = Element("text", kind, ("x", x), ("y", y));
        element.Add(new XAttribute("text-anchor", anchor), new XAttribute("font-size", size), text);
        return element;
    }

    private static XElement Element(string name, string kind, params (string Name, double Value)[] places)
        => new(
            Svg + name,
            new XAttribute("class", kind),
            places.Select(static place => new XAttribute(place.Name, Math.Round(place.Value, 1))));
}
