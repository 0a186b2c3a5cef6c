// Dependencies that violate the rule, which it must find, and one that is allowed.
#pragma warning disable CA1812, CA1823, CS0169, IDE0051

namespace TypedExec.Generator.Tests.Architecture.Planted.CommandLines.Model
{
    internal sealed class ArrowBack
    {
        private readonly Generator.Parsing.ArrowBack? _target;
    }
}

namespace TypedExec.Generator.Tests.Architecture.Planted.Generator.Parsing
{
    internal sealed class ArrowBack
    {
        private readonly Analyzers.Arrow? _target;
    }
}

namespace TypedExec.Generator.Tests.Architecture.Planted.Generator.Analyzers
{
    internal sealed class Arrow
    {
        private readonly Parsing.ArrowBack? _target;
    }
}
