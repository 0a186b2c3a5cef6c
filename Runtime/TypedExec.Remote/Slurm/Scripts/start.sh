# Read by the shell that becomes the command, with the command's number in _te_command, before the file that says what the command is.

_te_home=$PWD
echo $$ >"pid-$_te_submission"
exec >"$_te_command-$_te_submission.out" 2>"$_te_command-$_te_submission.err"
if [ -e "$_te_command.in" ]; then
    exec <"$_te_command.in"
fi

# Ends it because the command cannot be started: the error's name, and what it is about.
_te_refuse() {
    echo "$1:$2" >"$_te_home/$_te_command-$_te_submission.refused"
    exit 127
}

_te_enter() {
    cd -- "$1" 2>/dev/null || {
        if [ ! -e "$1" ]; then
            _te_refuse ENOENT cwd
        elif [ ! -d "$1" ]; then
            _te_refuse ENOTDIR cwd
        else
            _te_refuse EACCES cwd
        fi
    }
    unset OLDPWD
}

# Looks a program up as exec does, on the PATH that is given or this shell's, so that a program that is missing can be told from one that
# exits with 127.
_te_find() {
    case $1 in
        */*)
            if [ ! -e "$1" ]; then
                _te_refuse ENOENT program
            elif [ -d "$1" ] || [ ! -x "$1" ]; then
                _te_refuse EACCES program
            fi

            return
            ;;
    esac

    _te_error=ENOENT
    _te_rest=${2-${PATH-/bin:/usr/bin}}:
    while [ -n "$_te_rest" ]; do
        _te_file=${_te_rest%%:*}
        _te_rest=${_te_rest#*:}
        _te_file=${_te_file:-.}/$1
        if [ -f "$_te_file" ]; then
            if [ -x "$_te_file" ]; then
                return
            fi

            _te_error=EACCES
        fi
    done

    _te_refuse "$_te_error" program
}
