global using TypedExec.Package.Tests.Support;
global using Xunit;
