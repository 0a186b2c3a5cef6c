// Ends a child and its descendants when the process that started it has exited: implements the option KillOnParentExit.
//
// stdin is a pipe whose other end only the parent has; the kernel closes it when the parent exits for any reason. The
// processes to end are this program's own process group, into which the child was spawned, or the session whose number
// arrived through the pipe: that of a child with a terminal, which must lead its own session. All signals are blocked
// from the start, so that signals for the group don't affect this program.
//
// argv: NAME IMAGE
//   IMAGE  the descriptor this program was started from
#include "system-calls.h"

enum { PR_SET_NAME = 15, SIGKILL = 9, AT_FDCWD = -100, PASSES = 16 };

struct entry {
    unsigned long long inode;
    long long offset;
    unsigned short length;
    unsigned char type;
    char name[];
};

// A pidfd distinguishes a process from a later one with the same number.
static int kill_member(unsigned pid, unsigned session)
{
    long process = system_call(SYS_pidfd_open, pid, 0, 0, 0, 0);
    int is_member = system_call(SYS_getsid, pid, 0, 0, 0, 0) == (long)session;
    int is_killed = 0;

    if (process >= 0) {
        is_killed = is_member && system_call(SYS_pidfd_send_signal, process, SIGKILL, 0, 0, 0) == 0;
        system_call(SYS_close, process, 0, 0, 0, 0);
    } else if (is_member) {
        is_killed = system_call(SYS_kill, pid, SIGKILL, 0, 0, 0) == 0;
    }
    return is_killed;
}

static int kill_members(unsigned session)
{
    char buffer[4096] __attribute__((aligned(8)));
    int killed = 0;
    long count, place;
    long directory = system_call(SYS_openat, AT_FDCWD, (long)"/proc", 0, 0, 0);

    while ((count = system_call(SYS_getdents64, directory, (long)buffer, sizeof buffer, 0, 0)) > 0) {
        for (place = 0; place < count; place += ((struct entry *)(buffer + place))->length) {
            const char *name = ((struct entry *)(buffer + place))->name;
            if (*name >= '1' && *name <= '9') {
                killed += kill_member(parse(name), session);
            }
        }
    }
    system_call(SYS_close, directory, 0, 0, 0, 0);
    return killed;
}

__attribute__((used)) void start(long *stack)
{
    char **argv = (char **)(stack + 1);
    unsigned session = 0;
    char byte;
    long count;
    int pass;

    system_call(SYS_close, parse(argv[1]), 0, 0, 0, 0);
    // Otherwise, ps would show the descriptor's number as the name.
    system_call(SYS_prctl, PR_SET_NAME, (long)argv[0], 0, 0, 0);
    do {
        count = system_call(SYS_read, 0, (long)&byte, 1, 0, 0);
        if (count == 1 && byte >= '0' && byte <= '9') {
            session = session * 10 + (unsigned)(byte - '0');
        }
    } while (count > 0 || count == -EINTR);

    if (count == 0 && session == 0) {
        // To its own group: the kernel lets no fork escape, and no member can prevent it.
        system_call(SYS_kill, 0, SIGKILL, 0, 0, 0);
    }
    if (count == 0 && session != 0) {
        // First the leader's group, then its jobs, which have their own groups, and what they forked meanwhile. Zombies count
        // as well, so the number of passes is limited.
        system_call(SYS_kill, -(long)session, SIGKILL, 0, 0, 0);
        for (pass = 0; pass < PASSES && kill_members(session) > 0; pass++) {
        }
    }
    for (;;) {
        system_call(SYS_exit, 1, 0, 0, 0, 0);
    }
}
