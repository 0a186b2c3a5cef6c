namespace TypedExec.Import.Running;

/// <summary>
/// The environment of a program that prints its help: an empty directory, English, no terminal, no pager, no colors,
/// and no network.
/// </summary>
internal sealed class Surroundings : IDisposable
{
    /// <summary>A port without a listener: a request through this proxy fails at once.</summary>
    private const string DeadProxy = "http://127.0.0.1:9";

    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("typedexec-import-");

    public string Directory => _directory.FullName;

    public IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>
    {
        ["LC_ALL"] = "C",
        ["LANGUAGE"] = null,
        ["TERM"] = "dumb",
        ["NO_COLOR"] = "1",

        // Wide, so that few texts are wrapped. Programs that always wrap at 80 columns aren't affected.
        ["COLUMNS"] = "200",
        ["PAGER"] = "cat",
        ["MANPAGER"] = "cat",
        ["GIT_PAGER"] = "cat",
        ["GH_PAGER"] = "cat",
        ["SYSTEMD_PAGER"] = "cat",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["DISPLAY"] = null,
        ["BROWSER"] = "true",
        ["http_proxy"] = DeadProxy,
        ["https_proxy"] = DeadProxy,
        ["HTTP_PROXY"] = DeadProxy,
        ["HTTPS_PROXY"] = DeadProxy,
        ["ALL_PROXY"] = DeadProxy,
        ["NO_PROXY"] = null,
        ["no_proxy"] = null,
        ["NO_UPDATE_NOTIFIER"] = "1",
        ["npm_config_update_notifier"] = "false",
        ["npm_config_offline"] = "true",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    /// <summary>Removes this machine's directories from a text, because programs show them as defaults.</summary>
    public string Forget(string text)
    {
        var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        var forgotten = text.Replace(Directory, ".", StringComparison.Ordinal);
        return home.Length > 1 ? forgotten.Replace(home, "~", StringComparison.Ordinal) : forgotten;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
