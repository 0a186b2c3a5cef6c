using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedExec.Platform.Linux.Trampoline;
using static TypedExec.Tests.Support.Programs;

namespace TypedExec.Tests.Identity;

/// <summary>The programs inside the assembly are those of the repository's C files, for both architectures.</summary>
public sealed class TrampolineTests
{
    [Fact]
    public async Task The_bytes_match_what_the_compilers_produce()
    {
        await SkipWithoutCompilerAsync("x86_64-linux-gnu-gcc");
        await SkipWithoutCompilerAsync("aarch64-linux-gnu-gcc");
        using var directory = new TempDirectory();

        await new Executable("bash").ExecFile([BuildScript(), directory.Root]).Soon();

        Assert.Equal(File.ReadAllBytes(directory["trampoline.x64"]), ProgramBytes.TrampolineX64);
        Assert.Equal(File.ReadAllBytes(directory["trampoline.arm64"]), ProgramBytes.TrampolineArm64);
        Assert.Equal(File.ReadAllBytes(directory["watcher.x64"]), ProgramBytes.WatcherX64);
        Assert.Equal(File.ReadAllBytes(directory["watcher.arm64"]), ProgramBytes.WatcherArm64);
    }

    [Theory]
    [InlineData("/usr/bin/id", "", "65534\n", "")]
    [InlineData("/no/such", "", "", "6 2")]
    [InlineData("/usr/bin/id", "/no/such", "", "5 2")]
    public async Task The_arm64_program_behaves_like_the_x64_one(string program, string cwd, string output, string report)
    {
        SkipWithoutIds();
        SkipWithout("qemu-aarch64");
        using var directory = new TempDirectory();
        var file = directory.AddExecutable("trampoline", "");
        File.WriteAllBytes(file, ProgramBytes.TrampolineArm64.ToArray());

        await using var child = new Executable("qemu-aarch64").Spawn(
            [file, "3", "999", "65534", "65534", cwd, "1", program, "id", "-u"],
            new SpawnOptions { Stdio = [Stdio.Ignore, Stdio.Pipe, Stdio.Inherit, Stdio.Pipe] });
        using var stdout = new StreamReader(child.Stdout!);
        using var error = new MemoryStream();
        await ((Stream)child.Stdio[3]!).CopyToAsync(error).Soon();

        Assert.Equal(output, await stdout.ReadToEndAsync().Soon());
        Assert.Equal(report, string.Join(' ', MemoryMarshal.Cast<byte, int>(error.ToArray()).ToArray()));
    }

    /// <summary>Other versions produce other bytes with the same meaning.</summary>
    private static async Task SkipWithoutCompilerAsync(string compiler)
    {
        SkipWithout(compiler);
        var version = (await new Executable(compiler).ExecFile(["-dumpversion"]).Soon()).Stdout.Trim();
        Assert.SkipUnless(version.Split('.')[0] == "12", $"{compiler} 12 is not installed");
    }

    private static string BuildScript([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(file)!, "../../../Runtime/TypedExec/Platform/Linux/Trampoline/build"));
}
