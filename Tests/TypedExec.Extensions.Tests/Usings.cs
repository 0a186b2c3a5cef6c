global using TypedExec.Tests.Support;
global using Xunit;
