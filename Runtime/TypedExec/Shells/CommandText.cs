using TypedExec.Requests;

namespace TypedExec.Shells;

/// <summary>A command as people are shown it.</summary>
internal static class CommandText
{
    /// <summary>Never throws, as a debugger and a log want to show what is wrong, too.</summary>
    public static string Of(ICommand command)
    {
        try
        {
            var invocation = Invocation.From(command);
            return PosixQuoting.Join(invocation.File, invocation.MaskedArguments);
        }
        catch (Exception exception)
        {
            return $"{FileName(command)} # refused: {exception.Message.ReplaceLineEndings(" ").Replace('\0', '\uFFFD')}";
        }
    }

    private static string FileName(ICommand command)
    {
        try
        {
            return command.FileName ?? "";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }
}
