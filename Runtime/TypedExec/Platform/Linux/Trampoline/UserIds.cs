using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>Who a child is to be; null leaves an id as the parent's.</summary>
internal readonly record struct UserIds(uint? Uid, uint? Gid)
{
    /// <summary>Refuses a user that the user database does not know.</summary>
    /// <exception cref="ArgumentException">The message names the option.</exception>
    public static void Check(RunOptions options)
    {
        try
        {
            if (IsUnknown(options, out _))
            {
                throw new ArgumentException(
                    UnknownUser(options), options.UserName is null ? nameof(ProcessOptions.Uid) : nameof(ProcessOptions.UserName));
            }
        }
        catch (SpawnFailureException)
        {
            // A shortage, which is reported when the child is started.
        }
    }

    /// <summary>What the options come to; null where none of them asks for another user or group.</summary>
    /// <exception cref="SpawnFailureException">The user database cannot be read, or does not know the user any more.</exception>
    public static UserIds? From(RunOptions options)
        => IsUnknown(options, out var ids) ? throw new SpawnFailureException(Errno.ENOENT, hint: UnknownUser(options))
            : ids is { Uid: null, Gid: null } ? null
            : ids;

    /// <summary>
    /// A user without a group is given the one that the user database has for it: with the parent's it would be more than
    /// that user is.
    /// </summary>
    private static bool IsUnknown(RunOptions options, out UserIds ids)
    {
        ids = new UserIds(options.Uid, options.Gid);
        if (options.UserName is null && (options.Uid is null || options.Gid is not null))
        {
            return false;
        }

        var user = options.UserName is { } name ? UserDatabase.Find(name) : UserDatabase.Find(options.Uid!.Value);
        if (user is { } found)
        {
            ids = new UserIds(found.Uid, options.Gid ?? found.Gid);
        }

        return user is null;
    }

    private static string UnknownUser(RunOptions options) => options.UserName is { } name
        ? $"The option UserName is '{name}', which is not the name of a user of this system."
        : $"The option Uid is {options.Uid}, which is not a user of this system and so has no group of its own: set Gid too.";
}
