using System.ComponentModel;
using System.Reflection;

namespace TypedExec.Tests.Architecture;

/// <summary>What applies to all public members of the package.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Type[] Types = typeof(Executable).Assembly.GetExportedTypes();

    private static readonly Type[] Options =
        [typeof(ProcessOptions), typeof(SpawnOptions), typeof(SpawnSyncOptions), typeof(ForkOptions), typeof(CaptureOptions), typeof(ExecFileOptions), typeof(ExecOptions)];

    [Fact]
    public void There_are_two_namespaces_and_members_for_generated_code_are_hidden_from_completion()
    {
        Assert.Equal(["TypedExec", "TypedExec.Generated"], Types.Select(type => type.Namespace!).Distinct().Order());
        Assert.All(
            Types.Where(type => type.Namespace == "TypedExec.Generated" && !type.IsNested),
            type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }

    [Fact]
    public void A_token_is_named_cancellationToken_and_comes_last()
        => Assert.All(Methods().Where(method => Parameters(method).Any(IsToken)), method =>
        {
            var token = Parameters(method).Single(IsToken);
            Assert.Equal((method.Name, "cancellationToken"), (method.Name, token.Name));
            Assert.Equal(Parameters(method).Length - 1, token.Position);
        });

    [Fact]
    public void Methods_that_return_a_task_or_an_async_sequence_end_in_Async()
    {
        // AsTask and ConfigureAwait have the same names as in ValueTask.
        string[] others = ["AsTask"];
        Assert.All(
            Methods().Where(method => IsAsync(method.ReturnType) && !others.Contains(method.Name) && method.DeclaringType!.Namespace == "TypedExec"),
            method => Assert.EndsWith("Async", method.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_is_optional()
    {
        var context = new NullabilityInfoContext();
        foreach (var property in Options.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(property => property.CanWrite))
        {
            Assert.True(context.Create(property).WriteState == NullabilityState.Nullable, $"{property.DeclaringType!.Name}.{property.Name} cannot be null.");
        }
    }

    [Fact]
    public void Unset_options_are_null()
    {
        foreach (object options in (object[])[new ProcessOptions(), new SpawnOptions(), new SpawnSyncOptions(), new ForkOptions(), new ExecFileOptions(), new ExecOptions()])
        {
            Assert.All(options.GetType().GetProperties().Where(property => property.CanWrite), property => Assert.Null(property.GetValue(options)));
        }
    }

    [Fact]
    public void Only_ProcessOptions_can_be_derived_from()
    {
        Assert.False(typeof(ProcessOptions).IsAbstract);
        foreach (var type in Options.Except([typeof(ProcessOptions)]).Where(type => !type.IsSealed))
        {
            // The copy constructor needs an instance to copy.
            Assert.DoesNotContain(
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
                constructor => constructor.GetParameters().Length == 0 && (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly));
        }
    }

    [Fact]
    public void Types_that_run_a_child_are_disposable()
        => Assert.All(
            (Type[])[typeof(ChildProcess), typeof(ChildPipeline), typeof(Execution), typeof(PipelineExecution), typeof(ForkedProcess<,>)],
            type => Assert.Contains(typeof(IAsyncDisposable), type.GetInterfaces()));

    [Fact]
    public async Task A_handler_can_be_added_to_every_event_of_every_child()
    {
        await using var child = Support.Programs.Cat.Spawn(new() { Stdio = [Stdio.Ignore] });
        foreach (var @event in typeof(ChildProcess).GetEvents())
        {
            var handler = Delegate.CreateDelegate(@event.EventHandlerType!, typeof(PublicSurfaceTests).GetMethod(nameof(Ignore), BindingFlags.NonPublic | BindingFlags.Static)!);
            @event.AddEventHandler(child, handler);
            @event.RemoveEventHandler(child, handler);
        }
    }

    [Fact]
    public void Every_result_and_exception_of_a_run_has_a_Status_or_stages()
        => Assert.All(
            (Type[])[typeof(ExecResult), typeof(SpawnSyncResult), typeof(StageResult)],
            type => Assert.Equal((typeof(ExitStatus), typeof(bool)), (type.GetProperty("Status")!.PropertyType, type.GetProperty("Success")!.PropertyType)));

    private static void Ignore(object? sender, EventArgs e)
    {
    }

    private static IEnumerable<MethodInfo> Methods()
        => Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && !typeof(Delegate).IsAssignableFrom(method.DeclaringType));

    private static ParameterInfo[] Parameters(MethodInfo method) => method.GetParameters();

    private static bool IsToken(ParameterInfo parameter) => parameter.ParameterType == typeof(CancellationToken);

    private static bool IsAsync(Type type)
        => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}
