using TypedExec.Import.CommandLine;

return await ImportTool.RunAsync(args);
