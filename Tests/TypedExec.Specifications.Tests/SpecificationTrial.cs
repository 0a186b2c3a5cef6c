using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedExec.Generator;
using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Planning;
using TypedExec.CommandLines.Reading;

namespace TypedExec.Specifications.Tests;

/// <summary>
/// Everything that must be true of an arbitrary specification: it is read without errors, its classes compile without a warning,
/// there is one class for each subcommand, and every property, set on its own, gives the same command line as its builder's
/// method, with the option's name in it.
/// </summary>
internal static partial class SpecificationTrial
{
    /// <summary>The maximum number of classes of one program whose properties are set.</summary>
    private const int Classes = 200;

    /// <summary>Returns the violations, or nothing.</summary>
    public static IReadOnlyList<string> Problems(string json)
    {
        var reading = SpecificationReader.Read(json);
        var problems = reading.Mistakes.Select(mistake => $"line {LineOf(json, mistake.Start)}: {mistake.Message} at {Excerpt(json, mistake.Start)}").ToList();
        var compilation = Generation.Run(json, "", out var result);
        if (result.Exception is { } exception)
        {
            return [.. problems, $"exception: {exception}"];
        }

        if (reading.Command is null)
        {
            return problems;
        }

        var warnings = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        problems.AddRange(warnings.Take(10).Select(Generation.Describe));
        using var image = new MemoryStream();
        if (warnings.Length > 0 || !compilation.Emit(image).Success)
        {
            return [.. problems, .. warnings.Length == 0 ? ["it does not compile"] : (string[])[]];
        }

        var context = new System.Runtime.Loader.AssemblyLoadContext(null, isCollectible: true);
        try
        {
            image.Position = 0;
            var (command, specification) = ((SpecificationTarget, CommandSpecification?))result.TrackedSteps[Steps.SpecifiedFiles][0].Outputs[0].Value;
            var classes = AllOf(ClassPlanner.Plan(command, specification ?? reading.Command)).Take(Classes);
            var assembly = context.LoadFromStream(image);
            problems.AddRange(WithoutClass(reading.Command, assembly.GetType("Demo.Tool", throwOnError: true)!).Take(20));
            problems.AddRange(classes.SelectMany(planned => ProblemsOf(planned, TypeOf(planned, assembly))).Take(20));
        }
        finally
        {
            context.Unload();
        }

        return problems;
    }

    /// <summary>The line of a place in a text, the first being 1.</summary>
    public static int LineOf(string text, int at) => 1 + text.AsSpan(0, Math.Min(at, text.Length)).Count('\n');

    private static IEnumerable<string> WithoutClass(CommandSpecification command, Type type)
    {
        var classes = type.GetNestedTypes()
            .Where(static nested => nested.GetCustomAttribute<SubcommandAttribute>() is not null)
            .ToDictionary(static nested => nested.GetCustomAttribute<SubcommandAttribute>()!.Path);
        return command.Subcommands.Count != classes.Count
            ? [$"{type.FullName} has {classes.Count} classes for {command.Subcommands.Count} subcommands"]
            : command.Subcommands.SelectMany(subcommand => classes.TryGetValue(subcommand.Name, out var nested) ? WithoutClass(subcommand, nested) : [$"no class for {subcommand.Name}"]);
    }

    private static IEnumerable<PlannedClass> AllOf(PlannedClass planned) => planned.Subcommands.SelectMany(AllOf).Prepend(planned);

    private static Type TypeOf(PlannedClass planned, Assembly assembly)
        => planned.Outer is null ? assembly.GetType("Demo.Tool", throwOnError: true)! : TypeOf(planned.Outer, assembly).GetNestedType(planned.Name)!;

    private static IEnumerable<string> ProblemsOf(PlannedClass planned, Type type)
    {
        var required = planned.Options.Where(static option => option.IsRequired).Select(static option => option.Name).ToArray();
        foreach (var option in planned.Options)
        {
            if (Problem(type, option.Name, required, option.Specification.Name) is { } problem)
            {
                yield return $"{type.FullName}.{option.Name}: {problem}";
            }
        }

        foreach (var argument in planned.Arguments)
        {
            if (Problem(type, argument.Name, required, argument.Marker?.Name ?? (argument.Member.Value.Kind == ValueKind.String ? "value" : "1")) is { } problem)
            {
                yield return $"{type.FullName}.{argument.Name}: {problem}";
            }
        }
    }

    private static string? Problem(Type type, string property, string[] required, string expected)
    {
        var others = required.Where(name => name != property).ToList();
        for (var count = 1; ; count++)
        {
            try
            {
                (string, object)[] values = [.. others.Append(property).Select(name => (name, Value(type.GetProperty(name)!.PropertyType, count)))];
                var arguments = Rendered(type, values);
                var built = Built(type, values);
                return !arguments.Any(argument => argument.StartsWith(expected, StringComparison.Ordinal)) ? $"no {expected} in {string.Join(' ', arguments)}"
                    : !arguments.SequenceEqual(built) ? $"the builder gives {string.Join(' ', built)}, not {string.Join(' ', arguments)}"
                    : null;
            }
            catch (ArgumentException error) when (OtherProperty().Match(error.Message) is { Success: true } match && !others.Contains(match.Groups[1].Value))
            {
                others.Add(match.Groups[1].Value);
                count = 0;
            }
            catch (ArgumentException error) when (count == 100 || !error.Message.Contains("values, but", StringComparison.Ordinal))
            {
                return error.Message;
            }
            catch (ArgumentException)
            {
                // Another number of values, then.
            }
        }
    }

    private static IReadOnlyList<string> Rendered(Type type, (string Property, object Value)[] values)
    {
        var command = (ICommand)Activator.CreateInstance(type)!;
        foreach (var (property, value) in values)
        {
            type.GetProperty(property)!.SetValue(command, value);
        }

        return command.ToArguments();
    }

    private static IReadOnlyList<string> Built(Type type, (string Property, object Value)[] values)
    {
        var builder = type.GetMethod("CreateBuilder")!.Invoke(null, null)!;
        foreach (var (property, value) in values)
        {
            foreach (var one in value as IEnumerable<IReadOnlyList<string>> ?? (IEnumerable<object>)[value])
            {
                (builder.GetType().GetMethod(property) ?? builder.GetType().GetMethod("With" + property))!.Invoke(builder, [one]);
            }
        }

        return ((ICommand)builder.GetType().GetMethod("Build", [])!.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, [], null)!).ToArguments();
    }

    private static object Value(Type type, int count) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var flag when flag == typeof(bool) => true,
        var times when times == typeof(int) => 1,
        var text when text == typeof(string) => "value",
        var optional when optional == typeof(OptionalValue) => (OptionalValue)"value",
        var number when number == typeof(long) => 1L,
        var number when number == typeof(double) => 1.5,
        var one when one == typeof(OneOrMany<string>) => OneOrMany.Create("value", "value"),
        var one when one == typeof(OneOrMany<long>) => OneOrMany.Create(1L, 1L),
        var one when one == typeof(OneOrMany<double>) => OneOrMany.Create(1.5, 1.5),
        var optional when optional == typeof(OptionalValue<long>) => (OptionalValue<long>)1,
        var optional when optional == typeof(OptionalValue<double>) => (OptionalValue<double>)1.5,
        var list when list == typeof(IReadOnlyList<long>) => Enumerable.Repeat(1L, count).ToArray(),
        var list when list == typeof(IReadOnlyList<double>) => Enumerable.Repeat(1.5, count).ToArray(),
        var list when list == typeof(IReadOnlyList<OptionalValue<long>>) => new OptionalValue<long>[] { 1 },
        var list when list == typeof(IReadOnlyList<OptionalValue<double>>) => new OptionalValue<double>[] { 1.5 },
        var list when list == typeof(IReadOnlyList<OptionalValue>) => new OptionalValue[] { "value" },
        var list when list == typeof(IReadOnlyList<string>) => Enumerable.Repeat("value", count).ToArray(),
        _ => new IReadOnlyList<string>[] { [.. Enumerable.Repeat("value", count)] },
    };

    private static string Excerpt(string json, int at) => json[at..Math.Min(json.Length, at + 120)].ReplaceLineEndings(" ");

    [GeneratedRegex(@"Set (\w+) too")]
    private static partial Regex OtherProperty();
}
