
_lava() {
    local IFS=$' \t\n' typed=() current=${COMP_WORDS[COMP_CWORD]} last= offered beyond word
    # To bash a = is a word of its own.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ -n $last && $word == = ]] || [[ $last == *= ]]; then
            last+=$word
            typed[${#typed[@]} - 1]=$last
        else
            last=$word
            typed+=("$word")
        fi
    done
    [[ $current != = ]] || current=
    _lava_candidates "$1" "${typed[@]}"
    COMPREPLY=()
    while IFS= read -r word; do
        word=${word%%$'\t'*}
        if [[ -n $word && $word == "$current"* ]]; then
            printf -v word %q "$word"
            COMPREPLY+=("$word")
        fi
    done <<<"$offered"
    case $beyond in
    files) ;;
    directories) compopt -o dirnames -o filenames +o default +o bashdefault 2>/dev/null ;;
    *) compopt +o default +o bashdefault 2>/dev/null ;;
    esac
}

complete -o bashdefault -o default -F _lava lava
