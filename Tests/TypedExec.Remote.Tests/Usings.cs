global using TypedExec.Remote.Tests.Support;
global using TypedExec.Tests.Support;
global using Xunit;
