# Runs a program in a session of its own, and ends that session: when the program has ended, and when standard input ends.
# That is a pipe which lava holds, so its end is lava's wish, or lava's own end. All values come as arguments:
#   $1  setsid, with its path; empty where there is none
#   $2  its options that let it wait for the program; empty where it has none
#   $3  sleep, with its path
#   $4  tenths of a second between SIGTERM and SIGKILL
#   $5  a file for the report: what the shell says when it starts, of a locale or a library; the program's process id; what
#       setsid says when a signal ended it; the exit status goes to the file of that name with .status
#   $6  the program; its arguments follow
# The program has our environment, in which a variable that it is given keeps its name and would get our value: so the names.
lava4j_setsid=$1 lava4j_waiting=$2 lava4j_sleep=$3 lava4j_grace=$4 lava4j_report=$5
shift 5
exec 3<&0 </dev/null 4>&2

# Prints the processes of the session that are alive.
members() {
    if [ ! -r /proc/self/stat ]; then
        if kill -s 0 -- "$group"; then printf '%s\n' "$group"; fi
        return
    fi
    # A shell reads byte by byte: it looks at those alone that may be of the session.
    known=${lava4j_setsid:+$leader}
    stats=$(/bin/grep -ls " ${known:-$$} " /proc/[0-9]*/stat)
    [ "$?" -lt 126 ] || stats=$(echo /proc/[0-9]*/stat)
    for stat in $stats; do
        # One that has ended meanwhile cannot be read.
        { read -r line <"$stat"; } 2>/dev/null || continue
        member=${stat#/proc/}
        member=${member%/stat}
        # Behind the name in brackets, which may hold anything: state, parent, group, session.
        set -- ${line##*") "}
        case $1 in Z* | X*) continue ;; esac
        if [ -n "$lava4j_setsid" ]; then
            [ "$4" = "$leader" ] || continue
        else
            # Numbers are given again, but not to a child of ours.
            [ "$member $2" = "$leader $$" ] || continue
        fi
        printf '%s\n' "$member"
    done
}

signal() {
    kill -s "$1" -- "$group"
    for member in $(members); do kill -s "$1" -- "$member"; done
}

# Whether all have ended, when there were so many tenths of a second for it.
ended_within() {
    tenths=$1
    while [ -n "$(members)" ]; do
        [ "$tenths" -gt 0 ] || return 1
        "$lava4j_sleep" 0.1 || "$lava4j_sleep" 1
        tenths=$((tenths - 1))
    done
}

end() {
    # Whatever happened to the report: group 0 is our own, 1 is everybody.
    case $leader in "" | *[!0-9]* | 0* | 1) return 0 ;; esac
    group=${lava4j_setsid:+-}$leader
    ended_within 0 && return
    signal TERM
    ended_within "$lava4j_grace" && return
    signal KILL
    ended_within 20
}

# Whether the process id has been read: the first line that is a number.
read_leader() {
    while read -r leader; do
        case $leader in "" | *[!0-9]*) ;; *) return 0 ;; esac
    done
    return 1
}

# Learns at once whom to end: later the program may have emptied the report.
watch() {
    tries=600
    until read_leader <&7 || [ "$tries" = 0 ]; do
        "$lava4j_sleep" 0.1 || "$lava4j_sleep" 1
        tries=$((tries - 1))
    done
    while read -r _ <&3; do :; done
    end
}

# Open before the program runs, which may remove them.
: >"$lava4j_report"
exec 6<"$lava4j_report" 7<"$lava4j_report" 8>"$lava4j_report.status"
watch >/dev/null 2>&1 4>&- 6<&- 8>&- &
lava4j_watcher=$!
${lava4j_setsid:+"$lava4j_setsid" $lava4j_waiting} /bin/sh -c '
    echo "$$" || { echo "lava: the report cannot be written: is the disk full?" >&4; exit 1; }
    exec "$@" >&5 2>&4 4>&- 5>&-' sh "$@" \
    5>&1 >>"$lava4j_report" 2>>"$lava4j_report" 3<&- 6<&- 7<&- 8>&-
status=$?
printf '%s\n' "$status" >&8
# Whoever reads what the program wrote has all of it when the session has ended.
exec >/dev/null 2>&1 4>&- 8>&-
read_leader <&6
# The program's number is free by now. If it has been given again, nobody of the session was left, which would have kept it.
if [ -n "$lava4j_setsid" ] && [ ! -e "/proc/$leader" ]; then end; fi
kill "$lava4j_watcher"
exit "$status"
