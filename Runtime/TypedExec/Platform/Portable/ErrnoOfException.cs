namespace TypedExec.Platform.Portable;

/// <summary>The errno of an exception from .NET's file calls on Unix.</summary>
internal static class ErrnoOfException
{
    public static int From(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => Errno.ENOENT,
        PathTooLongException => Errno.ENAMETOOLONG,
        UnauthorizedAccessException { InnerException: IOException inner } => From(inner),
        UnauthorizedAccessException => Errno.EACCES,
        // .NET keeps the system's number unchanged.
        IOException { HResult: > 0 } => BsdNumbers.ErrnoFrom(exception.HResult),
        _ => Errno.EINVAL,
    };
}
