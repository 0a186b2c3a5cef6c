# Types one key after the other at a pseudo-terminal and waits for each to come back. Arguments: how many, and the program.
# Prints the times in nanoseconds.
import os, pty, sys, time

count, program = int(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(program[0], program)

output = b''
while not output.endswith(b'ready'):
    output += os.read(terminal, 4096)

times = []
for _ in range(count):
    start = time.perf_counter_ns()
    os.write(terminal, b'x')
    os.read(terminal, 4096)
    times.append(time.perf_counter_ns() - start)

os.kill(pid, 9)
os.close(terminal)
os.waitpid(pid, 0)
print('\n'.join(map(str, times)))
