using TypedExec.Tests.Slurm;

[assembly: Xunit.AssemblyFixture(typeof(SlurmFixture))]

namespace TypedExec.Tests.Slurm;

/// <summary>The cluster that the tests share, started for the first that needs it.</summary>
public sealed class SlurmFixture : IAsyncDisposable
{
    private readonly Lazy<Task<SlurmDaemons>> _daemons = new(SlurmDaemons.StartAsync);

    /// <summary>The cluster; the test is skipped where Slurm is not installed.</summary>
    internal Task<SlurmDaemons> StartAsync()
    {
        SkipIfMissing();
        return _daemons.Value;
    }

    internal static void SkipIfMissing() => Xunit.Assert.SkipWhen(SlurmDaemons.Missing is not null, $"{SlurmDaemons.Missing} is not installed");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_daemons.IsValueCreated)
        {
            await (await _daemons.Value).DisposeAsync();
        }
    }
}
