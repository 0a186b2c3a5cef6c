namespace TypedExec.Package.Tests.Support;

/// <summary>The settings of NuGet for a folder that finds the packed packages.</summary>
internal static class NuGetConfiguration
{
    /// <summary>Writes them, with a folder of packages of their own: an older build of the same version would be taken from the user's.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="feed">The packed packages.</param>
    /// <param name="withUsersSources">Whether the user's own sources serve what is not there, as the compiler for Native AOT.</param>
    public static void Write(string folder, Feed feed, bool withUsersSources = false) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources>{(withUsersSources ? "" : "<clear />")}<add key="feed" value="{feed.Folder}" /><add key="companions" value="{feed.Companions}" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """);
}
