// Changes the user and then executes the program: it runs between the parent and a child with the options Uid and Gid.
//
// The IDs are changed in this separate process. A thread of the parent with these IDs could be traced or signaled by
// that user, and so could the parent. There is no libc, so starting it needs nothing from the parent.
//
// argv: NAME ERROR IMAGE UID GID DIRECTORY COUNT PATH... ARGV0 ARGUMENT...
//   ERROR      the descriptor that receives the error; the parent reads end-of-file when the program has taken over
//   IMAGE      the descriptor this program was started from
//   UID GID    in decimal; 4294967295 leaves the ID unchanged
//   DIRECTORY  the working directory; empty for the parent's
//   COUNT      the number of PATHs that follow: the paths that execvp(3) would try, in order
//   ARGV0 ...  the program's argv
//
// The error is two ints: the step, as numbered below, and the errno.
#include "system-calls.h"

enum { STEP_GROUPS = 1, STEP_GID, STEP_UID, STEP_CAPABILITIES, STEP_DIRECTORY, STEP_EXEC };

enum { F_SETFD = 2, FD_CLOEXEC = 1, PR_CAP_AMBIENT = 47, PR_CAP_AMBIENT_CLEAR_ALL = 4 };

enum { UNCHANGED = 0xFFFFFFFF };

static const unsigned capability_version_3 = 0x20080522;

struct ids { unsigned real, effective, saved; };

static int is(struct ids ids, unsigned id)
{
    return id == UNCHANGED || (ids.real == id && ids.effective == id && ids.saved == id);
}

// Whether the denied setgroups(2) would have made no difference: the only group to drop is the child's own, or the
// child keeps exactly the parent's IDs.
static int may_keep_groups(unsigned uid, unsigned gid)
{
    struct ids users, groups;
    unsigned group;
    system_call(SYS_getresuid, (long)&users.real, (long)&users.effective, (long)&users.saved, 0, 0);
    system_call(SYS_getresgid, (long)&groups.real, (long)&groups.effective, (long)&groups.saved, 0, 0);
    if (is(users, uid) && is(groups, gid)) {
        return 1;
    }
    // EINVAL if there is more than one.
    long count = system_call(SYS_getgroups, 1, (long)&group, 0, 0, 0);
    return count == 0 || (count == 1 && group == (gid == UNCHANGED ? groups.effective : gid));
}

// A change from root to another user clears the effective capabilities, but not the inheritable ones, and not those
// of a parent that was never root. The child keeps them only if it runs as root.
static long drop_capabilities(void)
{
    struct { unsigned version; int pid; } header = { capability_version_3, 0 };
    struct { unsigned effective, permitted, inheritable; } sets[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
    struct ids users;
    long error = system_call(SYS_getresuid, (long)&users.real, (long)&users.effective, (long)&users.saved, 0, 0);
    // Fails on kernels without ambient capabilities; otherwise capset(2) drops them too.
    system_call(SYS_prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    if (!error && users.effective == 0) {
        error = system_call(SYS_capget, (long)&header, (long)sets, 0, 0, 0);
        sets[0].inheritable = sets[1].inheritable = 0;
    }
    return error ? error : system_call(SYS_capset, (long)&header, (long)sets, 0, 0, 0);
}

// Like execvp(3): a path that is missing or not executable is skipped, and sh runs a script without "#!".
static long execute(char **paths, unsigned count, char **environment)
{
    long error = -ENOENT;
    char **argv = paths + count;
    for (unsigned i = 0; i < count; i++) {
        char *path = paths[i];
        long result = system_call(SYS_execve, (long)path, (long)argv, (long)environment, 0, 0);
        if (result == -ENOEXEC) {
            // Reuses the slots of the last path, which is no longer needed, and of argv[0].
            char *shell = "/bin/sh";
            argv[-1] = shell;
            argv[0] = path;
            return system_call(SYS_execve, (long)shell, (long)(argv - 1), (long)environment, 0, 0);
        }
        if (result == -EACCES) {
            error = result;
        } else if (result != -ENOENT && result != -ENOTDIR) {
            return result;
        } else if (error != -EACCES) {
            error = result;
        }
    }
    return error;
}

__attribute__((used)) void start(long *stack)
{
    char **argv = (char **)(stack + 1);
    char **environment = argv + stack[0] + 1;
    unsigned output = parse(argv[1]);
    unsigned uid = parse(argv[3]);
    unsigned gid = parse(argv[4]);
    int failure[2];
    long error;

    system_call(SYS_fcntl, output, F_SETFD, FD_CLOEXEC, 0, 0);
    system_call(SYS_close, parse(argv[2]), 0, 0, 0, 0);

    // Groups first, then the group, then the user, because after that there is no privilege for the others.
    failure[0] = STEP_GROUPS;
    if ((error = system_call(SYS_setgroups, 0, 0, 0, 0, 0)) && !may_keep_groups(uid, gid)) {
        goto failed;
    }
    failure[0] = STEP_GID;
    if ((error = system_call(SYS_setresgid, gid, gid, gid, 0, 0))) {
        goto failed;
    }
    failure[0] = STEP_UID;
    if ((error = system_call(SYS_setresuid, uid, uid, uid, 0, 0))) {
        goto failed;
    }
    failure[0] = STEP_CAPABILITIES;
    if ((error = drop_capabilities())) {
        goto failed;
    }
    failure[0] = STEP_DIRECTORY;
    if (*argv[5] && (error = system_call(SYS_chdir, (long)argv[5], 0, 0, 0, 0))) {
        goto failed;
    }
    failure[0] = STEP_EXEC;
    error = execute(argv + 7, parse(argv[6]), environment);

failed:
    failure[1] = (int)-error;
    system_call(SYS_write, output, (long)failure, sizeof failure, 0, 0);
    for (;;) {
        system_call(SYS_exit, 127, 0, 0, 0, 0);
    }
}
