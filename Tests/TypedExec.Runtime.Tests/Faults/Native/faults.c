// The functions of libc that the runtime calls, of which one call, or every call of one function, can be made to fail.
// The test program loads this in libc's place for the runtime's assembly alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <string.h>

static atomic_int armed, calls, target;
static const char *hit;
static const char *refused;
static int refused_errno;

// From now on the call of this number fails, once.
void fault_arm(int number) { hit = 0; calls = 0; target = number; armed = 1; }

// The name of the function that failed, or null; no call fails any more.
const char *fault_disarm(void) { armed = 0; return hit; }

// Every call of a function fails, as where a sandbox refuses it; null for none.
void fault_refuse(const char *name, int error) { refused = name ? strdup(name) : 0; refused_errno = error; }

static int fails(const char *name, int *error)
{
    if (refused && !strcmp(refused, name)) {
        *error = refused_errno;
        return 1;
    }
    if (armed && atomic_fetch_add(&calls, 1) + 1 == target) {
        hit = name;
        return 1;
    }
    return 0;
}

static void *find(const char *name)
{
    static void *libc;
    if (!libc) {
        libc = dlopen("libc.so.6", RTLD_NOW);
    }
    return dlsym(libc, name);
}

typedef long (*function)(long, long, long, long, long, long);

#define CALL(name) ({ static function real; if (!real) real = (function)find(#name); real(a, b, c, d, e, f); })

// Fails with -1 and errno.
#define WRAP(name, number) \
    long name(long a, long b, long c, long d, long e, long f) \
    { \
        int error = number; \
        if (fails(#name, &error)) { errno = error; return -1; } \
        return CALL(name); \
    }

// Gives the errno.
#define WRAP_CODE(name, number) \
    long name(long a, long b, long c, long d, long e, long f) \
    { \
        int error = number; \
        if (fails(#name, &error)) { return error; } \
        return CALL(name); \
    }

WRAP_CODE(posix_spawn, EAGAIN)
WRAP_CODE(posix_spawn_file_actions_init, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_destroy, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_adddup2, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_addopen, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_addchdir_np, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_addclosefrom_np, ENOMEM)
WRAP_CODE(posix_spawn_file_actions_addtcsetpgrp_np, ENOMEM)
WRAP_CODE(posix_spawnattr_init, ENOMEM)
WRAP_CODE(posix_spawnattr_destroy, ENOMEM)
WRAP_CODE(posix_spawnattr_setflags, EINVAL)
WRAP_CODE(posix_spawnattr_setsigmask, EINVAL)
WRAP_CODE(posix_spawnattr_setsigdefault, EINVAL)
WRAP_CODE(posix_spawnattr_setpgroup, EINVAL)
WRAP_CODE(getpwnam_r, EMFILE)
WRAP_CODE(getpwuid_r, EMFILE)
WRAP(sigemptyset, EINVAL)
WRAP(sigfillset, EINVAL)
WRAP(sigaddset, EINVAL)
WRAP(sigaction, EINVAL)
WRAP(signal, EINVAL)
WRAP(pthread_sigmask, EINVAL)
WRAP(waitid, EINTR)
WRAP(kill, EPERM)
WRAP(pipe2, EMFILE)
WRAP(socketpair, EMFILE)
WRAP(shutdown, ENOTCONN)
WRAP(read, EIO)
WRAP(write, EIO)
WRAP(open, EMFILE)
WRAP(unlink, EACCES)
WRAP(fcntl, EMFILE)
WRAP(ioctl, EIO)
WRAP(faccessat, EPERM)
WRAP(epoll_create1, EMFILE)
WRAP(epoll_ctl, ENOSPC)
WRAP(epoll_wait, EINTR)
WRAP(eventfd, EMFILE)
WRAP(poll, ENOMEM)
WRAP(nanosleep, EINTR)
WRAP(prctl, EPERM)
WRAP(memfd_create, EMFILE)
WRAP(geteuid, 0)
WRAP(getpgrp, 0)
WRAP(getpgid, ESRCH)
WRAP(isatty, ENOTTY)
WRAP(tcgetattr, ENOTTY)
WRAP(tcsetattr, EIO)
WRAP(tcgetpgrp, ENOTTY)
WRAP(tcsetpgrp, EPERM)

// Linux frees the number even so.
long close(long a, long b, long c, long d, long e, long f)
{
    int error = EIO;
    long result = CALL(close);
    if (fails("close", &error)) { errno = error; return -1; }
    return result;
}

long syscall(long a, long b, long c, long d, long e, long f)
{
    const char *name = a == 434 ? "pidfd_open" : a == 424 ? "pidfd_send_signal" : "syscall";
    int error = a == 424 ? EPERM : EMFILE;
    if (fails(name, &error)) { errno = error; return -1; }
    return CALL(syscall);
}
