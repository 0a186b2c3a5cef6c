// One violation of each rule, which that rule must find.
#pragma warning disable CA1812, CA1823, CS0169, IDE0051

namespace TypedExec.Tests.Architecture.Planted
{
    internal sealed class Verb;
}

namespace TypedExec.Tests.Architecture.Planted.Stopping
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Events
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Requests
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.IO
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Platform
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Ipc
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Children
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Running
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Telemetry
{
    internal sealed class ArrowBack
    {
        private readonly Verb? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Platform.Linux
{
    internal sealed class ArrowAside
    {
        private readonly Portable.ArrowAside? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Platform.Portable
{
    internal sealed class ArrowAside
    {
        private readonly Windows.ArrowAside? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Platform.Windows
{
    internal sealed class ArrowAside
    {
        private readonly Portable.ArrowAside? _target;
    }
}

namespace TypedExec.Tests.Architecture.Planted.Platform.Managed
{
    internal sealed class ArrowAside
    {
        private readonly Portable.ArrowAside? _target;
    }
}
