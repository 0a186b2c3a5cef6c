using TypedExec.Platform.Linux;
using TypedExec.Platform.Portable;
using TypedExec.Platform.Windows;

namespace TypedExec.Platform;

/// <summary>The backend of this process.</summary>
internal static class Backend
{
    /// <summary>The environment variable by which Linux uses the backend of the platforms that have none of their own.</summary>
    public const string Variable = "TYPEDEXEC_BACKEND";

    private const string Portable = "portable";

    private static readonly Lazy<IProcessBackend> OfPlatform = new(Choose);
    private static readonly AsyncLocal<IProcessBackend?> OfFlow = new();
    private static volatile bool s_isReplaced;

    /// <summary>The backend of this call flow: a fake where one was put in, else the platform's.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <see cref="Variable"/> has an unknown value.</exception>
    public static IProcessBackend Current => Replacement ?? OfPlatform.Value;

    /// <summary>The platform's own, for a fake that passes a command on.</summary>
    public static IProcessBackend Platform => OfPlatform.Value;

    /// <summary>The fake of this call flow, or null.</summary>
    public static IProcessBackend? Replacement => s_isReplaced ? OfFlow.Value : null;

    /// <summary>
    /// This call flow, for the handlers of a child's events where there is a fake: what they run is faked too. Null without
    /// one, as it is worth nothing then.
    /// </summary>
    public static ExecutionContext? FlowOfFake => Replacement is null ? null : ExecutionContext.Capture();

    /// <summary>Puts a fake in for this call flow and those that begin in it, or takes it out.</summary>
    /// <param name="backend">The fake; null for the platform's.</param>
    public static void Replace(IProcessBackend? backend)
    {
        s_isReplaced = true;
        OfFlow.Value = backend;
    }

    private static IProcessBackend Choose()
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(asked) && asked != Portable)
        {
            throw new InvalidOperationException(
                $"The environment variable {Variable} is \"{asked}\": set it to \"{Portable}\", or leave it out for the platform's own backend.");
        }

        if (OperatingSystem.IsWindows())
        {
            return asked != Portable ? new WindowsBackend() : throw new PlatformNotSupportedException(
                $"The environment variable {Variable} is \"{Portable}\", but that backend is for Unix: leave it out on Windows.");
        }

        return OperatingSystem.IsLinux() && asked != Portable ? new LinuxBackend() : new PortableBackend();
    }
}
