using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;

namespace TypedExec.CommandLines.Reading;

/// <summary>Collects the errors in one file, up to a readable number.</summary>
internal sealed class MistakeList
{
    private readonly List<SpecificationMistake> _mistakes = [];

    public void Shape(JsonSpan span, string message) => Add(MistakeKind.Shape, span, message);

    public void Add(MistakeKind kind, JsonSpan span, string message)
    {
        if (_mistakes.Count < SpecificationLimits.Mistakes)
        {
            _mistakes.Add(new SpecificationMistake(kind, span.Start, span.Length, message));
        }
    }

    public EquatableArray<SpecificationMistake> ToArray()
        => EquatableArray<SpecificationMistake>.From([.. _mistakes.OrderBy(static mistake => mistake.Start)]);
}
