# Runs a program in a session of its own, and ends that session: when the program has ended, and when standard input ends.
# That is a pipe which lava holds, so its end is lava's wish, or lava's own end. All values come as arguments:
#   $1  setsid, with its path; empty where there is none
#   $2  its options that let it wait for the program; empty where it has none
#   $3  sleep, with its path
#   $4  tenths of a second between SIGTERM and SIGKILL
#   $5  a file for the report: the program's process id; what setsid says when a signal ended it; the exit status
#   $6  the program; its arguments follow
setsid=$1 waiting=$2 sleep=$3 grace=$4 report=$5
shift 5
exec 3<&0 </dev/null 4>&2

# Prints the processes of the session that are alive.
members() {
    if [ ! -r /proc/self/stat ]; then
        if kill -s 0 -- "$group"; then printf '%s\n' "$group"; fi
        return
    fi
    for stat in /proc/[0-9]*/stat; do
        # One that has ended meanwhile cannot be read.
        { read -r line <"$stat"; } 2>/dev/null || continue
        member=${stat#/proc/}
        member=${member%/stat}
        # Behind the name in brackets, which may hold anything: state, parent, group, session.
        set -- ${line##*") "}
        case $1 in Z* | X*) continue ;; esac
        if [ "$member" = "$leader" ] || [ "$4" = "$leader" ]; then printf '%s\n' "$member"; fi
    done
}

signal() {
    kill -s "$1" -- "$group"
    for member in $(members); do kill -s "$1" -- "$member"; done
}

end() {
    group=${setsid:+-}$leader
    [ -n "$(members)" ] || return 0
    signal TERM
    while [ "$grace" -gt 0 ] && [ -n "$(members)" ]; do
        "$sleep" 0.1 || "$sleep" 1
        grace=$((grace - 1))
    done
    signal KILL
}

watch() {
    while read -r _ <&3; do :; done
    until read -r leader <"$report"; do "$sleep" 1; done
    end
}

: >"$report"
watch >/dev/null 2>&1 4>&- &
watcher=$!
${setsid:+"$setsid" $waiting} /bin/sh -c 'echo "$$"; exec "$@" >&5 2>&4 4>&- 5>&-' sh "$@" \
    5>&1 >>"$report" 2>>"$report" 3<&-
status=$?
printf '%s\n' "$status" >>"$report"
# Whoever reads what the program wrote has all of it when the session has ended.
exec >/dev/null 2>&1 4>&-
read -r leader <"$report"
end
kill "$watcher"
exit "$status"
