using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedExec.Generator.Methods.Model;
using TypedExec.Generator.Parsing;

namespace TypedExec.Generator.Methods.Parsing;

/// <summary>Reads the parameters that aren't holes, which are recognized by their types.</summary>
internal sealed class OtherParametersReader(OutputModel? output, bool isAsync, SharedParts shared, List<MethodMistake> mistakes)
{
    private readonly List<ProgressModel> _progress = [];
    private string? _token;
    private string? _options;
    private string? _spawnOptions;
    private string? _input;
    private string? _inputStream;

    public OtherParametersModel Model => new(_token, _options, _spawnOptions, _input, _inputStream, EquatableArray<ProgressModel>.From(_progress));

    /// <summary>Returns whether the parameter's type has such a purpose.</summary>
    public static bool IsOne(ITypeSymbol type) => PurposeOf(type) is not null;

    public void Read(IParameterSymbol parameter)
    {
        var name = TypeName.Escape(parameter.Name);
        var isChild = output?.Kind == OutputForm.Child;
        switch (PurposeOf(parameter.Type))
        {
            case Purpose.Token:
                ReportIf(parameter, _token is not null, "the method already has another CancellationToken; remove one");
                ReportIf(parameter, !isAsync, "a method that blocks can't be canceled; return a Task, or remove the parameter and set a Timeout");
                _token = name;
                break;
            case Purpose.Options:
                ReportIf(parameter, _options is not null, "the method already has other options; remove one");
                ReportIf(parameter, isChild, "a method that returns a ChildProcess takes SpawnOptions");
                _options = name;
                break;
            case Purpose.SpawnOptions:
                ReportIf(parameter, _spawnOptions is not null, "the method already has other options; remove one");
                ReportIf(parameter, !isChild && output is not null, "SpawnOptions are for methods that return a ChildProcess; use ExecFileOptions");
                _spawnOptions = name;
                break;
            case Purpose.Input or Purpose.InputStream:
                ReportIf(parameter, _input is not null || _inputStream is not null, "the method already has another input; remove one");
                ReportIf(parameter, isChild, "a ChildProcess has a Stdin to write to; remove the parameter");
                if (PurposeOf(parameter.Type) == Purpose.Input)
                {
                    _input = name;
                }
                else
                {
                    ReportIf(parameter, output?.Kind == OutputForm.Execution, "an Execution's Child has a Stdin to write to; remove the parameter");
                    _inputStream = name;
                }

                break;
            case Purpose.Progress:
                ReportIf(parameter, isChild, "a ChildProcess has a Stderr to read from; remove the parameter");
                ReportIf(parameter, output?.Kind == OutputForm.Execution, "an Execution's Child has a Stderr to read from; remove the parameter");
                ReadProgress(parameter, name);
                break;
        }
    }

    private void ReadProgress(IParameterSymbol parameter, string name)
    {
        var type = ((INamedTypeSymbol)parameter.Type).TypeArguments[0];
        if (KnownAttributes.Find(parameter, KnownAttributes.Progress) is not { } attribute)
        {
            ReportIf(
                parameter,
                type.SpecialType != SpecialType.System_String,
                $"an IProgress<{type.Name}> requires [Progress(\"…\")], the pattern of the lines that it reports; use IProgress<string> for all lines of stderr");
            _progress.Add(new ProgressModel(name, null));
            return;
        }

        if (KnownAttributes.Text(attribute) is not { } pattern)
        {
            return;
        }

        var groups = PatternReader.Groups(pattern, RegexOptions.None, out var problem);
        var parser = groups is null
            ? null
            : RecordReader.ReadGroups(type, shared.Pattern(pattern), groups, shared, out problem, out var patternProblem) is { } read && patternProblem is null
                ? read
                : null;
        if (parser is not null)
        {
            _progress.Add(new ProgressModel(name, parser));
            return;
        }

        if (groups is not null)
        {
            _ = RecordReader.ReadGroups(type, "", groups, shared, out var typeProblem, out patternProblem);
            problem = patternProblem ?? typeProblem ?? $"'{type.ToDisplayString()}' can't be parsed from a line";
        }

        mistakes.Add(new MethodMistake(MistakeKind.Pattern, MistakePlace.Progress(parameter.Ordinal), problem!));
    }

    private void ReportIf(IParameterSymbol parameter, bool isWrong, string reason)
    {
        var place = MistakePlace.Parameter(parameter.Ordinal);
        if (isWrong && !mistakes.Exists(mistake => mistake.Place == place))
        {
            mistakes.Add(new MethodMistake(MistakeKind.OtherParameter, place, parameter.Name, reason));
        }
    }

    private static Purpose? PurposeOf(ITypeSymbol type)
    {
        if (HoleReader.IsBytes(type))
        {
            return Purpose.Input;
        }

        if (HoleReader.Underlying(type) is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        return named.Name switch
        {
            "CancellationToken" => In("System.Threading", Purpose.Token),
            "ExecFileOptions" => In(KnownAttributes.Namespace, Purpose.Options),
            "SpawnOptions" => In(KnownAttributes.Namespace, Purpose.SpawnOptions),
            "ProcessInput" => In(KnownAttributes.Namespace, Purpose.Input),
            "Stream" => In("System.IO", Purpose.InputStream),
            "IProgress" => In("System", Purpose.Progress),
            _ => null,
        };

        Purpose? In(string name, Purpose purpose) => NamespaceName.Is(named.ContainingNamespace, name) ? purpose : null;
    }

    private enum Purpose
    {
        Token,
        Options,
        SpawnOptions,
        Input,
        InputStream,
        Progress,
    }
}
