using TypedExec.Requests;

namespace TypedExec.Shells;

/// <summary>Formats a command for display.</summary>
internal static class CommandText
{
    /// <summary>Never throws, because debuggers and logs also need to show invalid commands.</summary>
    public static string From(ICommand command)
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
