namespace TypedExec;

/// <summary>Specifies a signal, with its POSIX name and Linux's number.</summary>
public enum Signal
{
    /// <summary>Hang-up of the controlling terminal.</summary>
    SIGHUP = 1,
    /// <summary>Interrupt from the keyboard (Ctrl+C).</summary>
    SIGINT = 2,
    /// <summary>Quit from the keyboard, with a core dump.</summary>
    SIGQUIT = 3,
    /// <summary>Illegal instruction.</summary>
    SIGILL = 4,
    /// <summary>Trace or breakpoint trap.</summary>
    SIGTRAP = 5,
    /// <summary>Abort, from <c>abort(3)</c>.</summary>
    SIGABRT = 6,
    /// <summary>Bus error: bad memory access.</summary>
    SIGBUS = 7,
    /// <summary>Erroneous arithmetic operation.</summary>
    SIGFPE = 8,
    /// <summary>Kill: cannot be caught or ignored.</summary>
    SIGKILL = 9,
    /// <summary>User-defined signal 1.</summary>
    SIGUSR1 = 10,
    /// <summary>Invalid memory reference.</summary>
    SIGSEGV = 11,
    /// <summary>User-defined signal 2.</summary>
    SIGUSR2 = 12,
    /// <summary>Write to a pipe that has no reader.</summary>
    SIGPIPE = 13,
    /// <summary>Timer of <c>alarm(2)</c>.</summary>
    SIGALRM = 14,
    /// <summary>Termination. This is the default signal to stop a child.</summary>
    SIGTERM = 15,
    /// <summary>Coprocessor stack fault (unused).</summary>
    SIGSTKFLT = 16,
    /// <summary>A child stopped or exited.</summary>
    SIGCHLD = 17,
    /// <summary>Continue if stopped.</summary>
    SIGCONT = 18,
    /// <summary>Stop: cannot be caught or ignored.</summary>
    SIGSTOP = 19,
    /// <summary>Stop from the keyboard (Ctrl+Z).</summary>
    SIGTSTP = 20,
    /// <summary>Terminal input by a background process.</summary>
    SIGTTIN = 21,
    /// <summary>Terminal output by a background process.</summary>
    SIGTTOU = 22,
    /// <summary>Urgent condition on a socket.</summary>
    SIGURG = 23,
    /// <summary>CPU time limit exceeded.</summary>
    SIGXCPU = 24,
    /// <summary>File size limit exceeded.</summary>
    SIGXFSZ = 25,
    /// <summary>Virtual timer.</summary>
    SIGVTALRM = 26,
    /// <summary>Profiling timer.</summary>
    SIGPROF = 27,
    /// <summary>The size of the terminal's window changed.</summary>
    SIGWINCH = 28,
    /// <summary>I/O is possible.</summary>
    SIGIO = 29,
    /// <summary>Power failure.</summary>
    SIGPWR = 30,
    /// <summary>Bad system call.</summary>
    SIGSYS = 31,
}
