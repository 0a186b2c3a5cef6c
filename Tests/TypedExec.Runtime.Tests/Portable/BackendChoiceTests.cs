using System.Reflection;

namespace TypedExec.Tests.Portable;

/// <summary>Which backend is used, and which tests don't apply to it.</summary>
public sealed class BackendChoiceTests
{
    [Fact]
    public void Every_test_that_is_not_for_the_portable_backend_exists()
        => Assert.All(NotPortable.Names, static name => Assert.True(IsTest(name), name));

    [Fact]
    public async Task An_unknown_backend_is_an_error_that_names_the_variable()
    {
        var result = await new Executable(OwnProcess.File).ExecFile(
            ["exec-file", "true"],
            new ExecFileOptions { Env = new Dictionary<string, string?> { ["TYPEDEXEC_BACKEND"] = "posix" }, ThrowOnFailure = false }).Soon();

        Assert.Contains("TYPEDEXEC_BACKEND is \"posix\". Set it to \"portable\"", result.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portable_backend_is_used_if_the_variable_selects_it()
    {
        // A child of Process inherits its SIGPIPE, which .NET ignores.
        var result = await new Executable(OwnProcess.File).ExecFile(
            ["exec-file", "cat", "/proc/self/status"],
            new ExecFileOptions { Env = new Dictionary<string, string?> { ["TYPEDEXEC_BACKEND"] = "portable" } }).Soon();

        Assert.NotEqual(0UL, Convert.ToUInt64(Processes.StatusLine(result.Stdout, "SigIgn"), 16) & (1UL << (13 - 1)));
    }

    private static bool IsTest(string name)
    {
        var dot = name.LastIndexOf('.');
        return typeof(BackendChoiceTests).Assembly.GetType($"TypedExec.Tests.{name[..dot]}")?.GetMethod(name[(dot + 1)..])
            ?.GetCustomAttribute<FactAttribute>() is not null;
    }
}
