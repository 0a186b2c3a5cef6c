using TypedExec.Remote.Carrying;

namespace TypedExec.Remote;

/// <summary>Runs commands elsewhere.</summary>
public static class CarrierExtensions
{
    /// <summary>The same command, run by a carrier: <c>make.Via(new Ssh { Host = "build1" })</c>.</summary>
    /// <remarks>
    /// <para>Options that travel with the command (<c>WithOptions</c>) hold where it runs: <c>Cwd</c>, <c>Env</c>, <c>ClearEnv</c> and
    /// <c>Shell</c> are the remote process's. Options of the call, and those added after <c>Via</c>, are the carrier's. Time limits, kill
    /// signals and success codes hold for the whole.</para>
    /// <para>Carriers nest: <c>command.Via(new Sudo()).Via(new Ssh { Host = "build1" })</c> runs sudo on build1.</para>
    /// </remarks>
    /// <param name="command">The command.</param>
    /// <param name="carrier">What runs it.</param>
    public static ICommand Via(this ICommand command, ICarrier carrier)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(carrier);
        return new ViaCommand(command, carrier);
    }
}
