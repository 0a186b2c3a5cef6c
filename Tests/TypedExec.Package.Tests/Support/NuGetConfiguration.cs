namespace TypedExec.Package.Tests.Support;

/// <summary>The NuGet settings of a folder in which the packed packages are found.</summary>
internal static class NuGetConfiguration
{
    /// <summary>
    /// Writes the settings, with a separate package folder: otherwise an older build of the same version would be taken from the
    /// user's.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="feed">The packed packages.</param>
    /// <param name="withUsersSources">True to use the user's own sources for everything else, such as the compiler for Native AOT.</param>
    public static void Write(string folder, Feed feed, bool withUsersSources = false) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources>{(withUsersSources ? "" : "<clear />")}<add key="feed" value="{feed.Folder}" /><add key="companions" value="{feed.Companions}" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """);
}
