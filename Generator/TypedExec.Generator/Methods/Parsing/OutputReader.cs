using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Determines how a method converts the output: its return type, with the settings of [Run].</summary>
internal sealed class OutputReader(IMethodSymbol method, RunSettings settings, SharedParts shared, List<MethodMistake> mistakes)
{
    /// <summary>Returns null if there is a mistake.</summary>
    public OutputModel? Read()
    {
        var (type, isAsync, isStream) = Unwrap(method.ReturnType);
        var before = mistakes.Count;
        var output = type is null
            ? new OutputModel(OutputForm.Nothing, isAsync)
            : isStream ? ReadItems(type, OutputForm.Items, isAsync) : Read(type, isAsync);
        if (output is null && mistakes.Count == before)
        {
            Fail(MistakePlace.Return, MistakeKind.ReturnType, Display(), Hint(type));
        }

        if (output is not null)
        {
            CheckSettings(output);
        }

        return mistakes.Count == before || mistakes.Skip(before).All(static mistake => mistake.IsWarning) ? output : null;
    }

    private string Hint(ITypeSymbol? type)
        => type is not null && RecordReader.IsRecord(type) && !type.IsTupleType
            ? $"set FieldSeparator, Pattern or Json to specify how a '{type.Name}' is parsed"
            : "use void, string, byte[], bool, a number, an enum, another IParsable<T>, a list of them, or a record, and Task<…> or "
                + "IAsyncEnumerable<…> of them";

    private OutputModel? Read(ITypeSymbol type, bool isAsync)
    {
        if (settings.Json is { } context)
        {
            return Json(type, context, OutputForm.Json, isAsync);
        }

        if (Ours(type) is { } run)
        {
            // An execution and a child are available immediately and are awaited themselves.
            var isStarted = run is OutputForm.Execution or OutputForm.Child;
            return isStarted && isAsync ? null : new OutputModel(run, isAsync || isStarted);
        }

        if (HoleReader.IsBytes(type))
        {
            return new OutputModel(OutputForm.Bytes, isAsync);
        }

        if (type.SpecialType == SpecialType.System_Boolean && settings.FieldSeparator is null && !settings.HasPattern)
        {
            return new OutputModel(OutputForm.Truth, isAsync, FalseExitCode: settings.FalseExitCode ?? 1);
        }

        if (type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            return ReadItems(array.ElementType, OutputForm.Array, isAsync);
        }

        if (IsGeneric(type, "IReadOnlyList") || (!isAsync && IsGeneric(type, "IEnumerable")))
        {
            return ReadItems(((INamedTypeSymbol)type).TypeArguments[0], OutputForm.List, isAsync);
        }

        if (Parser(type) is not { } parser)
        {
            return null;
        }

        return parser.Kind switch
        {
            ParserKind.Groups or ParserKind.Group => new OutputModel(OutputForm.First, isAsync, parser, settings.ItemSeparator),
            ParserKind.Text => new OutputModel(OutputForm.Text, isAsync, parser),
            _ => new OutputModel(OutputForm.Value, isAsync, parser),
        };
    }

    private OutputModel? ReadItems(ITypeSymbol item, OutputForm kind, bool isAsync)
    {
        if (settings.Json is { } context)
        {
            return Json(item, context, OutputForm.JsonItems, isAsync);
        }

        return Parser(item) is { } parser ? new OutputModel(kind, isAsync, parser, settings.ItemSeparator) : null;
    }

    /// <summary>Returns what parses the output, or an item of it.</summary>
    private ParserModel? Parser(ITypeSymbol type)
    {
        string? problem;
        if (settings.HasPattern)
        {
            return Pattern(type);
        }

        if (settings.FieldSeparator is { Length: > 0 } separator)
        {
            var parser = RecordReader.ReadFields(type, separator, shared, out problem);
            if (parser is null)
            {
                Fail(MistakePlace.Return, MistakeKind.ReturnType, Display(), problem!);
            }

            return parser;
        }

        return ParserReader.Read(type, shared);
    }

    private ParserModel? Pattern(ITypeSymbol type)
    {
        string? expression;
        string[]? groups;
        string? problem;
        var setting = settings.Pattern is null ? nameof(RunSettings.PatternFrom) : nameof(RunSettings.Pattern);
        if (settings.Pattern is { } pattern)
        {
            groups = PatternReader.Groups(pattern, RegexOptions.None, out problem);
            if (groups is null)
            {
                Fail(MistakePlace.Run(setting), MistakeKind.Pattern, problem!);
                return null;
            }

            expression = shared.Pattern(pattern);
        }
        else
        {
            expression = PatternReader.Member(
                method.ContainingType, TypeName.From(method.ContainingType).Reference, settings.PatternFrom!, out groups);
            if (expression is null)
            {
                Fail(MistakePlace.Run(setting), MistakeKind.Pattern, $"'{method.ContainingType.Name}' has no static method or property '{settings.PatternFrom}' that returns a Regex");
                return null;
            }
        }

        var parser = RecordReader.ReadGroups(type, expression, groups, shared, out problem, out var patternProblem);
        if (patternProblem is not null)
        {
            Fail(MistakePlace.Run(setting), MistakeKind.Pattern, patternProblem);
        }
        else if (parser is null)
        {
            Fail(MistakePlace.Return, MistakeKind.ReturnType, Display(), problem!);
        }

        return parser;
    }

    private OutputModel? Json(ITypeSymbol type, INamedTypeSymbol context, OutputForm kind, bool isAsync)
    {
        var place = MistakePlace.Run(nameof(RunSettings.Json));
        if (context.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (!JsonContextType.Is(context))
        {
            Fail(place, MistakeKind.JsonContext, $"'{context.Name}' isn't a JsonSerializerContext; name a partial class that derives from it");
            return null;
        }

        if (!JsonContextReader.Has(context, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
            && !JsonContextReader.Has(context, HoleReader.Underlying(type)))
        {
            Fail(place, MistakeKind.JsonContext, $"'{context.Name}' has no metadata for '{type.ToDisplayString()}'; add [JsonSerializable(typeof({type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}))] to it");
            return null;
        }

        if (!JsonContextType.IsUsable(context))
        {
            return null;
        }

        return new OutputModel(kind, isAsync, Json: new JsonModel(
            TypeName.ReferenceTo(type),
            TypeName.ReferenceTo(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            TypeName.ReferenceTo(context.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            HoleReader.IsNullable(type)));
    }

    private void CheckSettings(OutputModel output)
    {
        var isJson = output.Json is not null;
        var parses = output.Parser is not null;
        Check(nameof(RunSettings.FieldSeparator), settings.FieldSeparator is not null, settings.HasPattern || isJson || !parses,
            "it is for records that are read from separated fields");
        CheckEmpty(nameof(RunSettings.FieldSeparator), settings.FieldSeparator);
        Check(nameof(RunSettings.Pattern), settings.Pattern is not null, isJson || !parses || settings.PatternFrom is not null,
            settings.PatternFrom is not null ? "PatternFrom already specifies the pattern" : "it is for output that is read line by line");
        Check(nameof(RunSettings.PatternFrom), settings.PatternFrom is not null, isJson || !parses, "it is for output that is read line by line");
        Check(
            nameof(RunSettings.ItemSeparator),
            settings.ItemSeparator is not null,
            output.Kind is not (OutputForm.Array or OutputForm.List or OutputForm.Items or OutputForm.First),
            "it is for methods that return a list");
        CheckEmpty(nameof(RunSettings.ItemSeparator), settings.ItemSeparator);
        Check(nameof(RunSettings.FalseExitCode), settings.FalseExitCode is not null, output.Kind != OutputForm.Truth, "it is for methods that return bool");
        if (settings.FalseExitCode is 0 && output.Kind == OutputForm.Truth)
        {
            Fail(MistakePlace.Run(nameof(RunSettings.FalseExitCode)), MistakeKind.Setting, nameof(RunSettings.FalseExitCode), "0 is true; use another exit code");
        }
    }

    private void Check(string setting, bool isSet, bool isUnused, string reason)
    {
        if (isSet && isUnused)
        {
            Fail(MistakePlace.Run(setting), MistakeKind.Setting, setting, reason + "; remove it");
        }
    }

    private void CheckEmpty(string setting, string? value)
    {
        if (value is "")
        {
            Fail(MistakePlace.Run(setting), MistakeKind.Setting, setting, "an empty text doesn't separate anything");
        }
    }

    private void Fail(MistakePlace place, MistakeKind kind, params string[] arguments)
    {
        if (!mistakes.Exists(mistake => mistake.Place == place))
        {
            mistakes.Add(new MethodMistake(kind, place, arguments));
        }
    }

    private string Display() => method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Returns the type that the output is converted to, or null for none.</summary>
    private static (ITypeSymbol? Type, bool IsAsync, bool IsStream) Unwrap(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
        {
            return (null, false, false);
        }

        if (type is INamedTypeSymbol { Name: "Task" } task && NamespaceName.Is(task.ContainingNamespace, "System.Threading.Tasks"))
        {
            return (task.TypeArguments.FirstOrDefault(), true, false);
        }

        return IsGeneric(type, "IAsyncEnumerable") ? (((INamedTypeSymbol)type).TypeArguments[0], true, true) : (type, false, false);
    }

    private static bool IsGeneric(ITypeSymbol type, string name)
        => type is INamedTypeSymbol { TypeArguments.Length: 1 } named
            && named.Name == name
            && NamespaceName.Is(named.ContainingNamespace, "System.Collections.Generic");

    private static OutputForm? Ours(ITypeSymbol type)
        => type is INamedTypeSymbol named && KnownAttributes.IsOurs(named)
            ? named.Name switch
            {
                "ExecResult" => OutputForm.Result,
                "ExitStatus" => OutputForm.Status,
                "Execution" => OutputForm.Execution,
                "ChildProcess" => OutputForm.Child,
                _ => null,
            }
            : null;
}
