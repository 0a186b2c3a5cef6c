global using TypedExec.Docs.Tests.Support;
global using Xunit;
