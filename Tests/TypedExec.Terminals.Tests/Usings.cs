global using TypedExec.Terminals.Tests.Support;
global using Xunit;
