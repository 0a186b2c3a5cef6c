// The practical limit: the works of the runtime benchmarks over posix_spawn and poll, and as little else as possible.
// Prints one line of JSON, as every rival does.
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

struct child { pid_t pid; int out, err; };

static struct child start(char **argv)
{
    int out[2], err[2];
    struct child child;
    posix_spawn_file_actions_t actions;
    if (pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC)) { perror("pipe2"); exit(1); }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    if (posix_spawn(&child.pid, argv[0], &actions, NULL, argv, environ)) { perror("posix_spawn"); exit(1); }
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    close(err[1]);
    child.out = out[0];
    child.err = err[0];
    return child;
}

static void check(pid_t pid)
{
    int status;
    if (waitpid(pid, &status, 0) != pid || status != 0) { fprintf(stderr, "a child failed\n"); exit(1); }
}

// Reads both outputs to their ends; what comes is counted, and kept where there is room.
static size_t capture(struct child child, char *kept, size_t room)
{
    struct pollfd fds[2] = { { child.out, POLLIN, 0 }, { child.err, POLLIN, 0 } };
    char buffer[65536];
    size_t total = 0;
    int open = 2;
    while (open > 0) {
        poll(fds, 2, -1);
        for (int i = 0; i < 2; i++) {
            if (!fds[i].revents) continue;
            int keeps = i == 0 && kept && room - total > sizeof buffer;
            ssize_t count = read(fds[i].fd, keeps ? kept + total : buffer, sizeof buffer);
            if (count > 0) { if (i == 0) total += count; continue; }
            close(fds[i].fd);
            fds[i].fd = -1;
            open--;
        }
    }
    check(child.pid);
    return total;
}

// VmHWM, as ru_maxrss begins with that of the process which started this one.
static long peak_kb(void)
{
    char line[256];
    long kb = 0;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status)) sscanf(line, "VmHWM: %ld", &kb);
    return kb;
}

// Counts the newlines of stdout; nothing is kept.
static size_t count_lines(struct child child)
{
    static char buffer[65536];
    size_t lines = 0;
    ssize_t count;
    while ((count = read(child.out, buffer, sizeof buffer)) > 0)
        for (char *at = buffer; (at = memchr(at, '\n', buffer + count - at)); at++) lines++;
    close(child.out);
    close(child.err);
    check(child.pid);
    return lines;
}

static char *true_argv[] = { "/bin/true", NULL };

static void *run_true(void *count)
{
    for (long i = 0; i < (long)count; i++) capture(start(true_argv), NULL, 0);
    return NULL;
}

static void at_once(int count)
{
    char *argv[] = { "/bin/sh", "-c", "sleep 1; echo x", NULL };
    struct child *children = malloc(count * sizeof *children);
    struct pollfd *fds = malloc(2 * count * sizeof *fds);
    char buffer[4096];
    int open = 2 * count;
    for (int i = 0; i < count; i++) {
        children[i] = start(argv);
        fds[2 * i] = (struct pollfd){ children[i].out, POLLIN, 0 };
        fds[2 * i + 1] = (struct pollfd){ children[i].err, POLLIN, 0 };
    }
    while (open > 0) {
        poll(fds, 2 * count, -1);
        for (int i = 0; i < 2 * count; i++) {
            if (fds[i].fd < 0 || !fds[i].revents || read(fds[i].fd, buffer, sizeof buffer) > 0) continue;
            close(fds[i].fd);
            fds[i].fd = -1;
            open--;
        }
    }
    for (int i = 0; i < count; i++) check(children[i].pid);
}

static double exit_latency(char *self, int count)
{
    char *argv[] = { self, "exit-now", NULL };
    double *times = malloc(count * sizeof *times);
    for (int i = 0; i < count; i++) {
        struct child child = start(argv);
        double ended;
        if (read(child.out, &ended, sizeof ended) != sizeof ended) exit(1);
        check(child.pid);
        times[i] = now() - ended;
        close(child.out);
        close(child.err);
    }
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            if (times[j] < times[i]) { double t = times[i]; times[i] = times[j]; times[j] = t; }
    return times[count / 2];
}

int main(int argc, char **argv)
{
    if (argc == 2 && !strcmp(argv[1], "exit-now")) {
        double t = now();
        write(1, &t, sizeof t);
        _exit(0);
    }
    const char *work = argv[1];
    long count = atol(argv[2]);
    double begin = now(), seconds = 0;
    if (!strcmp(work, "sequential") || !strcmp(work, "sync")) {
        run_true((void *)count);
    } else if (!strcmp(work, "at-once")) {
        struct rlimit limit;
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
        at_once(count);
    } else if (!strcmp(work, "threads")) {
        pthread_t threads[8];
        for (int i = 0; i < 8; i++) pthread_create(&threads[i], NULL, run_true, (void *)(count / 8));
        for (int i = 0; i < 8; i++) pthread_join(threads[i], NULL);
    } else if (!strcmp(work, "drop") || !strcmp(work, "capture-bytes") || !strcmp(work, "capture-string")) {
        char bytes[32];
        snprintf(bytes, sizeof bytes, "%ldM", count);
        char *head[] = { "/usr/bin/head", "-c", bytes, "/dev/zero", NULL };
        size_t room = strcmp(work, "drop") ? (size_t)count * 1048576 + 131072 : 0;
        if (capture(start(head), room ? malloc(room) : NULL, room) != (size_t)count * 1048576) return 1;
    } else if (!strcmp(work, "lines") || !strcmp(work, "utf8-lines")) {
        char line[128];
        snprintf(line, sizeof line, "yes xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | head -n %ld000", count);
        char *sh[] = { "/bin/sh", "-c", line, NULL };
        if (count_lines(start(sh)) != (size_t)count * 1000) return 1;
    } else if (!strcmp(work, "pipeline")) {
        char line[64], kept[131072 + 64] = "";
        snprintf(line, sizeof line, "head -c %ldM /dev/zero | cat | wc -c", count);
        char *sh[] = { "/bin/sh", "-c", line, NULL };
        capture(start(sh), kept, sizeof kept);
        if (atol(kept) != count * 1048576) return 1;
    } else if (!strcmp(work, "exit-latency")) {
        seconds = exit_latency(argv[0], count);
    } else {
        return 3;
    }
    if (seconds == 0) seconds = now() - begin;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"seconds\":%.9f,\"cpu\":%.6f,\"peakKb\":%ld,\"allocated\":0,\"threads\":0}\n", seconds,
        usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6, peak_kb());
    return 0;
}
