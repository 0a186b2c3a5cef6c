namespace TypedExec.Remote.Tests.Support;

internal static class SshChanges
{
    /// <summary>The same host with another time to connect.</summary>
    public static Ssh With(this Ssh host, TimeSpan connectTimeout) => new()
    {
        Host = host.Host,
        Port = host.Port,
        ConfigFile = host.ConfigFile,
        IdentityFile = host.IdentityFile,
        KnownHostsFile = host.KnownHostsFile,
        StrictHostKeyChecking = host.StrictHostKeyChecking,
        Options = host.Options,
        ConnectTimeout = connectTimeout,
    };
}
