using TypedExec.Remote.Carrying;

namespace TypedExec.Remote;

/// <summary>Adds <c>Via</c>, which runs a command through a carrier, to commands.</summary>
public static class CarrierExtensions
{
    /// <summary>Returns the same command, run by a carrier: <c>make.Via(new Ssh { Host = "build1" })</c>.</summary>
    /// <remarks>
    /// <para>Options that are attached to the command (<c>WithOptions</c>) apply where it runs: <c>Cwd</c>, <c>Env</c>, <c>ClearEnv</c>, and
    /// <c>Shell</c> are those of the remote process. Options of the call, and options that are added after <c>Via</c>, apply to the carrier. Time
    /// limits, kill signals, and success exit codes apply to the whole run.</para>
    /// <para>Carriers nest: <c>command.Via(new Sudo()).Via(new Ssh { Host = "build1" })</c> runs sudo on build1.</para>
    /// </remarks>
    /// <param name="command">The command.</param>
    /// <param name="carrier">The carrier that runs it.</param>
    public static ICommand Via(this ICommand command, ICarrier carrier)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(carrier);
        return new ViaCommand(command, carrier);
    }
}
