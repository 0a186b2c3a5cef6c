// Ends its process group when the process that started it has ended: what keeps the option KillOnParentExit.
//
// stdin is a pipe whose other end the parent alone holds; the kernel closes that with the parent, however it ends. All
// signals are blocked from the start, so that what is meant for the group leaves this program alone.
//
// argv: NAME IMAGE
//   IMAGE  the descriptor this program was started from
#include "system-calls.h"

enum { PR_SET_NAME = 15, SIGKILL = 9 };

__attribute__((used)) void start(long *stack)
{
    char **argv = (char **)(stack + 1);
    char byte;
    long count;

    system_call(SYS_close, parse(argv[1]), 0, 0, 0, 0);
    // The name that ps shows would be the descriptor's number.
    system_call(SYS_prctl, PR_SET_NAME, (long)argv[0], 0, 0, 0);
    do {
        count = system_call(SYS_read, 0, (long)&byte, 1, 0, 0);
    } while (count > 0 || count == -EINTR);

    if (count == 0) {
        // To its own group: the kernel lets no fork slip through, and no member can refuse it.
        system_call(SYS_kill, 0, SIGKILL, 0, 0, 0);
    }
    for (;;) {
        system_call(SYS_exit, 1, 0, 0, 0, 0);
    }
}
