namespace TypedExec.Testing.Rules;

/// <summary>Determines which calls a rule applies to.</summary>
internal abstract class CallMatch
{
    public abstract bool Matches(FakeCall call);

    /// <summary>Gets the name of the rule in errors.</summary>
    public abstract string Description { get; }

    /// <summary>Returns how many characters of a call's command line the rule shares, to find the nearest rule.</summary>
    public virtual int Likeness(FakeCall call) => 0;
}

/// <summary>Matches a command as a value, without <c>WithOptions</c> and similar wrappers.</summary>
internal sealed class TypedMatch<T>(Func<T, bool>? condition) : CallMatch
    where T : class, ICommand
{
    public override string Description => $"When<{NameOf(typeof(T))}>({(condition is null ? "" : "…")})";

    public override bool Matches(FakeCall call)
    {
        for (var command = call.Outermost; command is not null; command = (command as ConfiguredCommand)?.Inner)
        {
            if (command is T typed && (condition is null || condition(typed)))
            {
                return true;
            }
        }

        return false;
    }

    public override int Likeness(FakeCall call)
        => call.Command is T ? int.MaxValue
            : call.Command?.GetType() is { } type && Outermost(type) == Outermost(typeof(T)) ? 1
            : 0;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}

/// <summary>Matches a program by its name and its arguments.</summary>
internal sealed class NameMatch : CallMatch
{
    private readonly string _fileName;
    private readonly ArgumentMatcher[] _arguments;
    private readonly bool _hasRest;

    /// <exception cref="ArgumentException">An argument follows <see cref="Any.Rest"/>.</exception>
    public NameMatch(string fileName, ReadOnlySpan<ArgumentMatcher> arguments)
    {
        _fileName = fileName;
        // Without arguments, the program matches however it is called.
        _hasRest = arguments.IsEmpty || arguments[^1].IsRest;
        _arguments = arguments is [.., { IsRest: true }] ? arguments[..^1].ToArray() : arguments.ToArray();
        if (Array.Exists(_arguments, static argument => argument.IsRest))
        {
            throw new ArgumentException("Any.Rest represents all remaining arguments, so it must be the last one.", nameof(arguments));
        }
    }

    public override string Description
        => $"When({string.Join(", ", [Quoted(_fileName), .. _arguments.Select(static argument => Quoted(argument.ToString())), .. _hasRest ? ["Any.Rest"] : Array.Empty<string>()])})";

    public override bool Matches(FakeCall call)
        => IsProgram(call.FileName) && (_hasRest ? call.Arguments.Count >= _arguments.Length : call.Arguments.Count == _arguments.Length)
            && Common(call) == _arguments.Length;

    public override int Likeness(FakeCall call) => IsProgram(call.FileName) ? 1 + Common(call) : 0;

    /// <summary>A name also matches a path to a program of that name; a path matches only itself.</summary>
    private bool IsProgram(string fileName)
        => fileName == _fileName
            || (Path.GetFileName(_fileName) == _fileName
                && (Path.GetFileName(fileName) == _fileName
                    || (OperatingSystem.IsWindows() && string.Equals(Path.GetFileNameWithoutExtension(fileName), _fileName, StringComparison.OrdinalIgnoreCase))));

    private int Common(FakeCall call)
    {
        var common = 0;
        while (common < _arguments.Length && common < call.Arguments.Count && _arguments[common].Matches(call.Arguments[common]))
        {
            common++;
        }

        return common;
    }

    private static string Quoted(string text) => $"\"{text}\"";
}

/// <summary>Matches calls that meet a condition.</summary>
internal sealed class ConditionMatch(Func<FakeCall, bool> condition) : CallMatch
{
    public override string Description => "When(call => …)";

    public override bool Matches(FakeCall call) => condition(call);
}
