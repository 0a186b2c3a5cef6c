using TypedExec.Generated;
using TypedExec.Requests;

namespace TypedExec.Testing.Cassettes;

/// <summary>Describes calls for a cassette and finds them again.</summary>
internal static class CassetteRuns
{
    /// <summary>Returns the command of a call, without its result.</summary>
    public static RecordedRun Describe(FakeCall call, IReadOnlyList<string> secrets)
    {
        var invocation = call.Request.Invocation;
        var shown = invocation?.MaskedArguments ?? call.Request.MaskedArguments;
        return new RecordedRun
        {
            Command = SecretTexts.Mask(call.CommandLine, secrets),
            FileName = SecretTexts.Mask(call.FileName, secrets),
            Arguments = [.. shown.Select(argument => SecretTexts.Mask(argument, secrets))],
        };
    }

    /// <summary>Returns whether a recorded run matches this call. Masked parts match any secret.</summary>
    public static bool Matches(RecordedRun run, FakeCall call)
    {
        if (!MatchesText(run.FileName, call.FileName) || run.Arguments.Count != call.Arguments.Count)
        {
            return false;
        }

        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (!MatchesText(run.Arguments[i], call.Arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the number of leading arguments that are the same, to find the nearest run.</summary>
    public static int Likeness(RecordedRun run, FakeCall call)
        => run.FileName != call.FileName ? 0
            : 1 + run.Arguments.Zip(call.Arguments).TakeWhile(static pair => MatchesText(pair.First, pair.Second)).Count();

    private static bool MatchesText(string recorded, string actual)
    {
        if (!recorded.Contains(CommandArguments.Mask, StringComparison.Ordinal))
        {
            return recorded == actual;
        }

        var parts = recorded.Split(CommandArguments.Mask);
        var at = parts[0].Length;
        if (!actual.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var part in parts[1..^1])
        {
            var found = actual.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return actual.Length >= at + parts[^1].Length && actual.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
