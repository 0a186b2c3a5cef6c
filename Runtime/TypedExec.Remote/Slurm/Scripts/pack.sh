#!/bin/sh
# One task of the job array: runs the commands of its pack one after another, and writes down how each ended.
#
#   pack.sh FOLDER SIZE COUNT SUBMISSION
#
# FOLDER is the run's folder, SIZE the number of commands in a pack, COUNT that of all commands, SUBMISSION a number that sets the
# files of this job array apart from those of an earlier one, whose lost node may still be writing.
#
# It needs a POSIX shell, mv, date and awk. Commands get this shell's environment, so its own variables have names that nobody exports.

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

# The exit status in $? does not tell an exit code of 137 from a SIGKILL. That of awk's system() does: it is 256 + 9 for the latter.
# Not for every awk, so ask this one.
_te_exact=$(awk 'BEGIN { print system("kill -9 $$") }' </dev/null)

# Leaves what the command's shell said in _te_said: its process id, the reason why the command could not be started, if so, and the status.
_te_run() {
    if [ "$_te_exact" = 265 ]; then
        _te_said=$(awk -v script="_te_command=$1 _te_submission=$_te_submission; . ../../start.sh; . ./$1.cmd" \
            'BEGIN { print system(script) }' </dev/null)
    else
        _te_said=$(_te_command=$1; . ../../start.sh; . "./$1.cmd")
        _te_status=$?
        if [ "$_te_status" -gt 128 ] && [ "$_te_status" -le 192 ]; then
            _te_status=$((_te_status + 128))
        fi

        _te_said="$_te_said $_te_status"
    fi
}

_te_command=$((SLURM_ARRAY_TASK_ID * _te_size))
_te_end=$((_te_command + _te_size))
if [ "$_te_end" -gt "$_te_count" ]; then
    _te_end=$_te_count
fi

_te_started=$(date +%s.%N)
while [ "$_te_command" -lt "$_te_end" ]; do
    if [ ! -e "$_te_command.end" ]; then
        _te_run "$_te_command"
        # shellcheck disable=SC2086 # Words without blanks.
        set -- $_te_said
        if [ -n "$_te_stopped" ] || [ $# -lt 2 ]; then
            # Stopped, or awk was killed. As long as this shell lives, so may the command; Slurm's KillWait ends both.
            while [ "$_te_exact" = 265 ] && [ -n "${1-}" ] && kill -0 "$1" 2>/dev/null; do
                [ -z "$_te_killed" ] || kill -9 "$1"
                sleep 1
            done

            exit 75
        fi

        _te_now=$(date +%s.%N)
        echo "1 $_te_submission $2 $_te_started $_te_now ${SLURMD_NODENAME:--} ${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" \
            >"$_te_command-$_te_submission.new" && mv -f "$_te_command-$_te_submission.new" "$_te_command.end" || exit 74
        _te_started=$_te_now
    fi

    _te_command=$((_te_command + 1))
done
