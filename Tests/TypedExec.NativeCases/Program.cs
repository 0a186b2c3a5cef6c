using TypedExec.Tests;

// The conformance cases without xunit's runner, which needs a JIT compiler: as Native AOT they run on other processors too (.ci/arm64).
// usage: TypedExec.NativeCases [part of a name]…

// Dynamic skips are exceptions whose message begins so (Assert.Skip).
const string skip = "$XunitDynamicSkip$";
var (passed, failed, skipped) = (0, 0, 0);
foreach (var found in Case.All().Where(found => args.Length == 0 || args.Any(part => found.Name.Contains(part, StringComparison.Ordinal))))
{
    if (NeedStartFailures.IsSkipped(found))
    {
        skipped++;
        Console.WriteLine($"skipped {found.Name}: {NeedStartFailures.Reason}");
        continue;
    }

    try
    {
        await found.RunAsync();
        passed++;
    }
    catch (Exception exception) when (exception.Message.StartsWith(skip, StringComparison.Ordinal))
    {
        skipped++;
        Console.WriteLine($"skipped {found.Name}: {exception.Message[skip.Length..]}");
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine($"failed {found.Name}{Environment.NewLine}{exception}");
    }
}

Console.WriteLine($"  total: {passed + failed + skipped}");
Console.WriteLine($"  failed: {failed}");
Console.WriteLine($"  succeeded: {passed}");
Console.WriteLine($"  skipped: {skipped}");
return failed == 0 && passed > 0 ? 0 : 1;
