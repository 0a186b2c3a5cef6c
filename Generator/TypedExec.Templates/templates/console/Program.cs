using TypedExec;
using TypedExecConsole;

try
{
    // dotnet --list-sdks
    var result = await new DotNet { ListSdks = true }.ExecFile();
    foreach (var sdk in result.StdoutLines)
    {
        Console.WriteLine($"SDK {sdk}");
    }
}
catch (ExecException error)
{
    // The message says how the program ended, and ends with the last lines that it printed.
    Console.Error.WriteLine(error.Message);
    return 1;
}

return 0;
