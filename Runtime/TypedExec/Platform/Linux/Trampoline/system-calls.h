// The system calls that the programs of this folder make, without a libc: the kernel's numbers and its calling convention.
#if defined(__x86_64__)
enum {
    SYS_read = 0, SYS_write = 1, SYS_close = 3, SYS_openat = 257, SYS_getdents64 = 217, SYS_getsid = 124, SYS_kill = 62, SYS_fcntl = 72, SYS_chdir = 80, SYS_execve = 59, SYS_exit = 60, SYS_getgroups = 115,
    SYS_setgroups = 116, SYS_setresuid = 117, SYS_getresuid = 118, SYS_setresgid = 119, SYS_getresgid = 120,
    SYS_capget = 125, SYS_capset = 126, SYS_prctl = 157
};

static long system_call(long number, long a, long b, long c, long d, long e)
{
    long result;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
    return result;
}

// The kernel starts a program with argc at the stack pointer, and with nothing to return to.
__asm__(".globl _start\n_start:\n\tmov %rsp, %rdi\n\tand $-16, %rsp\n\tcall start\n");
#elif defined(__aarch64__)
enum {
    SYS_fcntl = 25, SYS_chdir = 49, SYS_openat = 56, SYS_getdents64 = 61, SYS_getsid = 156, SYS_close = 57, SYS_read = 63, SYS_write = 64, SYS_capget = 90, SYS_capset = 91, SYS_exit = 93, SYS_kill = 129,
    SYS_setresuid = 147, SYS_getresuid = 148, SYS_setresgid = 149, SYS_getresgid = 150, SYS_getgroups = 158,
    SYS_setgroups = 159, SYS_prctl = 167, SYS_execve = 221
};

static long system_call(long number, long a, long b, long c, long d, long e)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
    return x0;
}

__asm__(".globl _start\n_start:\n\tmov x0, sp\n\tbl start\n");
#else
#error "No system calls are known for this architecture."
#endif

// The same for all architectures, as all calls since Linux 5.1.
enum { SYS_pidfd_send_signal = 424, SYS_pidfd_open = 434 };

enum { ENOENT = 2, EINTR = 4, ENOEXEC = 8, EACCES = 13, ENOTDIR = 20 };

static unsigned parse(const char *text)
{
    unsigned number = 0;
    while (*text) {
        number = number * 10 + (unsigned)(*text++ - '0');
    }
    return number;
}
