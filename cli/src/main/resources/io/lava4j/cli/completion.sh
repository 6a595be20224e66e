# Completion of lava's commands, options and values, for bash and zsh. Made by 'lava completion'; 'lava help completion' says how it is
# used. Ids are read from the files of a directory of specs, without lava, which would take its time at each key; types are
# asked of 'lava list', once in a shell.

# Sets offered to the commands, or to the options of a command when it and " -" are given: a word, a tab and its meaning in each
# line.
_lava_words() {
    case $1 in
@WORDS@
    esac
}

# Sets label to what stands behind an option of a command, or in a place behind a command: as in its help, or after = all that it can be.
_lava_label() {
    case $1 in
@LABELS@
    *) label= ;;
    esac
}

# Sets offered to the ids of specs: _lava_ids FIELD FOLDER DEPTH. An id wins over the file's name.
_lava_ids() {
    offered=$(find -L "$specs/$2" -maxdepth "$3" -type f ! -path '*/.*' \
        \( -iname '*.yaml' -o -iname '*.yml' -o -iname '*.json' \) -exec awk -v field="$1" '
        function tell() {
            if (id != "") print id
        }
        FNR == 1 {
            tell()
            id = FILENAME
            sub(/.*\//, "", id)
            sub(/\.[^.]*$/, "", id)
            found = 0
            # What is indented in YAML belongs to another field.
            begin = tolower(FILENAME) ~ /\.json$/ ? "^[{ \t]*\"" : "^[\"'\'']?"
        }
        !found && match($0, begin field "[\"'\'']?[ \t]*:[ \t]*") {
            found = 1
            rest = substr($0, RLENGTH + 1)
            if (match(rest, /^"[^"]*"/) || match(rest, /^'\''[^'\'']*'\''/)) {
                id = substr(rest, 2, RLENGTH - 2)
            } else {
                sub(/[ \t]+#.*/, "", rest)
                sub(/[ \t,}\r]*$/, "", rest)
                id = rest
            }
        }
        END {
            tell()
        }' {} + 2>/dev/null | sort)
}

# Sets offered to what may stand for a label.
_lava_values() {
    case $specs in
    '~/'*) specs=$HOME/${specs#'~/'} ;;
    esac
    case $label in
    =*) offered=$(printf '%s\n' ${label#=}) ;;
    JOB)
        _lava_ids job_id jobs 50
        beyond=files
        ;;
    CONN_ID) _lava_ids conn_id connections 1 ;;
    REALM) offered=$(cat "$specs"/realm.json "$specs"/realm.yaml "$specs"/realm.yml 2>/dev/null |
        sed -n 's/^[{ ]*"\{0,1\}realm"\{0,1\} *: *"\{0,1\}\([^", ]*\).*/\1/p') ;;
    TYPE)
        : "${_lava_types=$("$program" list 2>/dev/null | awk '$1 == "connector" || $1 == "job" { print $2 }')}"
        offered=$_lava_types
        ;;
    COMMAND) _lava_words '' ;;
    'DIR|STORE' | DIR) beyond=directories ;;
    NAME=TEXT) ;;
    *) beyond=files ;;
    esac
}

# Sets offered to what may stand in the place of the last argument, and beyond to "files" or "directories" where such may, too:
# _lava_candidates PROGRAM ARGUMENT...
_lava_candidates() {
    if [ -n "${ZSH_VERSION-}" ]; then
        emulate -L sh
    fi
    local program=$1 command= place=1 label= specs=${LAVA_SPECS:-.}
    offered= beyond=
    shift
    while [ $# -gt 1 ]; do
        case $1 in
        --)
            beyond=files
            return
            ;;
        --specs=*) specs=${1#--specs=} ;;
        --*=*) ;;
        -*)
            _lava_label "$command $1"
            if [ -n "$label" ] && [ $# -gt 2 ]; then
                [ "$1" != --specs ] || specs=$2
                label=
                shift
            fi
            ;;
        *)
            if [ -z "$command" ]; then
                command=$1
            else
                place=$((place + 1))
            fi
            ;;
        esac
        shift
    done
    case ${label:+value}$1 in
    value*) ;;
    --*=*) _lava_label "$command ${1%%=*}" ;;
    -*)
        _lava_words "$command -"
        return
        ;;
    *)
        if [ -z "$command" ]; then
            label=COMMAND
        else
            _lava_label "$command $place"
        fi
        ;;
    esac
    [ -z "$label" ] || _lava_values
}
