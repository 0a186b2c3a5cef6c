using TypedExec.Platform.Linux;
using TypedExec.Platform.Portable;
using TypedExec.Platform.Windows;

namespace TypedExec.Platform;

/// <summary>The backend of this process.</summary>
internal static class Backend
{
    /// <summary>The environment variable that makes Linux use the backend of the platforms that have none of their own.</summary>
    public const string Variable = "TYPEDEXEC_BACKEND";

    private const string Portable = "portable";

    private static readonly Lazy<IProcessBackend> OfPlatform = new(Choose);
    private static readonly AsyncLocal<IProcessBackend?> OfFlow = new();
    private static volatile bool s_isReplaced;

    /// <summary>Gets the backend of this call flow: a fake if one is installed, otherwise the platform's.</summary>
    /// <exception cref="InvalidOperationException">The environment variable <see cref="Variable"/> has an unknown value.</exception>
    public static IProcessBackend Current => Replacement ?? OfPlatform.Value;

    /// <summary>Gets the platform's own backend, for a fake that passes a command on.</summary>
    public static IProcessBackend Platform => OfPlatform.Value;

    /// <summary>Gets the fake of this call flow, or null.</summary>
    public static IProcessBackend? Replacement => s_isReplaced ? OfFlow.Value : null;

    /// <summary>
    /// Gets this call flow for the event handlers of a child if there is a fake, so that what they run is faked too. Null without
    /// one, because it serves no purpose then.
    /// </summary>
    public static ExecutionContext? FlowOfFake => Replacement is null ? null : ExecutionContext.Capture();

    /// <summary>Installs a fake for this call flow and those that begin in it, or removes it.</summary>
    /// <param name="backend">The fake, or null for the platform's backend.</param>
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
                $"The environment variable {Variable} is \"{asked}\". Set it to \"{Portable}\", or remove it to use the platform's own backend.");
        }

        if (OperatingSystem.IsWindows())
        {
            return asked != Portable ? new CarryingBackend(new WindowsBackend()) : throw new PlatformNotSupportedException(
                $"The environment variable {Variable} is \"{Portable}\", but that backend is for Unix. Remove the variable on Windows.");
        }

        return new CarryingBackend(OperatingSystem.IsLinux() && asked != Portable ? new LinuxBackend() : new PortableBackend());
    }
}
