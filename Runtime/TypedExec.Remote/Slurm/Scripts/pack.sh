#!/bin/sh
# One task of the job array: runs the commands of its pack one after another, and writes down how each ended.
#
#   pack.sh FOLDER SIZE COUNT SUBMISSION
#
# FOLDER is the run's folder, SIZE the number of commands in a pack, COUNT that of all commands, SUBMISSION a number that sets the
# files of this job array apart from those of an earlier one, whose lost node may still be writing.
#
# It needs a POSIX shell, awk and date. Commands get this shell's environment, so its own variables have names that nobody exports.

_te_folder=$1 _te_size=$2 _te_count=$3 _te_submission=$4
cd -- "$_te_folder/packs/$SLURM_ARRAY_TASK_ID" || exit 66
unset OLDPWD

# Slurm signals every process of a task. The command that runs may save its work; none is started after it, and it is not written down
# as ended: whether it is run again depends on why the task was stopped, which Slurm knows.
#
# SIGUSR2 comes from the program that cancels the run, to this shell alone: the command has had its time.
_te_stopped= _te_killed=
trap '_te_stopped=1' TERM
trap '_te_killed=1' USR2

# awk goes through the commands: its system() is the one word of POSIX that tells an exit code of 137 from a SIGKILL, by 256 + 9 for the
# latter, and it writes files without a process more. Not every awk's system() tells; such a one gets the shell's own sum, 128 + 9, and
# any code above 128 counts as a signal.
#
# A result is one line in one write. A file without its end of line is not there yet, or was left by a node that failed.
awk -v first="$((SLURM_ARRAY_TASK_ID * _te_size))" -v size="$_te_size" -v count="$_te_count" -v submission="$_te_submission" \
    -v node="${SLURMD_NODENAME:--}" -v task="${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" -v seconds="$(date +%s.%N)" '
    # Hundredths of a second since 1970, by the clock that needs no process to be asked. awk would round so large a number in its own way.
    function now(    line, parts) {
        if ((getline line < "/proc/uptime") <= 0) {
            "date +%s" | getline line
            close("date +%s")
            return line "00"
        }

        close("/proc/uptime")
        split(line, parts, " ")
        if (begun == "") {
            begun = parts[1]
        }

        return sprintf("%.0f", (seconds + parts[1] - begun) * 100)
    }

    BEGIN {
        exact = system("kill -9 $$") == 265
        end = first + size < count ? first + size : count
        started = now()
        for (command = first; command < end; command++) {
            file = command ".end"
            line = ""
            if ((getline line < file) > 0) {
                close(file)
                continue
            }

            close(file)
            script = "_te_command=" command " _te_submission=" submission "; . ../../start.sh; . ./" command ".cmd"
            status = system(exact ? script : "(" script "); exit $?")
            if (!exact && status > 128 && status <= 192) {
                status += 128
            }

            # What could not be started has said why.
            if (status == 127) {
                reason = command "-" submission ".refused"
                if ((getline line < reason) > 0) {
                    status = line
                }

                close(reason)
            }

            ended = now()
            printf "1 %s %s %s %s %s %s\n", submission, status, started, ended, node, task > file
            if (close(file) != 0) {
                exit 74
            }

            started = ended
        }
    }' </dev/null
_te_status=$?
if [ -z "$_te_stopped" ] && [ "$_te_status" -lt 128 ]; then
    exit "$_te_status"
fi

# Stopped, or awk was killed. As long as this shell lives, so may the command; Slurm's KillWait ends both.
read -r _te_pid <"pid-$_te_submission"
while kill -0 "$_te_pid" 2>/dev/null; do
    [ -z "$_te_killed" ] || kill -9 "$_te_pid"
    sleep 1
done

exit 75
