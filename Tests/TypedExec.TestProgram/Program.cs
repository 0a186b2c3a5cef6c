using TypedExec.TestProgram;

return await Scenarios.RunAsync(args[0], args[1..]);
