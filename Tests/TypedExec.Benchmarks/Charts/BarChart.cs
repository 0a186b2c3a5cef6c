namespace TypedExec.Benchmarks.Charts;

/// <summary>What a bar stands for, which decides its color.</summary>
internal enum BarKind
{
    Rival,
    Own,

    /// <summary>The least that is possible.</summary>
    Limit,
}

/// <param name="Label">The name to the left of the bar.</param>
/// <param name="Value">The bar's length.</param>
/// <param name="Kind">What it stands for.</param>
internal sealed record Bar(string Label, double Value, BarKind Kind = BarKind.Rival);

/// <summary>A chart of horizontal bars that start at 0.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Subtitle">The line below it.</param>
/// <param name="Axis">The name of the axis, with its unit.</param>
/// <param name="Unit">The unit next to each value.</param>
/// <param name="Format">The format of the values.</param>
/// <param name="Bars">The bars, from top to bottom; at least one is longer than 0.</param>
internal sealed record BarChart(string Title, string Subtitle, string Axis, string Unit, string Format, IReadOnlyList<Bar> Bars);
