using TypedExec.Requests;

namespace TypedExec.Platform.Linux.Trampoline;

/// <summary>The user and group of a child. Null keeps the parent's ID.</summary>
internal readonly record struct UserIds(uint? Uid, uint? Gid)
{
    /// <summary>Rejects a user that the user database doesn't contain.</summary>
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

    /// <summary>Determines the IDs from the options. Returns null if none of them specifies another user or group.</summary>
    /// <exception cref="SpawnFailureException">The user database can't be read, or no longer contains the user.</exception>
    public static UserIds? From(RunOptions options)
        => IsUnknown(options, out var ids) ? throw new SpawnFailureException(Errno.ENOENT, hint: UnknownUser(options))
            : ids is { Uid: null, Gid: null } ? null
            : ids;

    /// <summary>
    /// A user without a group gets the group from the user database: with the parent's, the child would have more rights than
    /// that user.
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
        ? $"The option UserName is '{name}', which isn't the name of a user on this system."
        : $"The option Uid is {options.Uid}, which isn't a user on this system and so has no group. Set Gid too.";
}
