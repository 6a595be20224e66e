
_lava() {
    local offered beyond
    local -a entries
    _lava_candidates "$words[1]" "${(@)words[2,CURRENT-1]}" "$PREFIX"
    # Between a word and its meaning _describe wants a colon.
    entries=("${(@f)offered}")
    entries=("${(@)entries//:/\\:}")
    entries=("${(@)entries/$'\t'/:}")
    [[ $PREFIX != --*=* ]] || compset -P '*='
    [[ -z $offered ]] || _describe lava entries
    case $beyond in
    files) _files ;;
    directories) _files -/ ;;
    esac
}

# As a file among zsh's functions this is run when lava is first completed.
if [[ $funcstack[1] == _lava ]]; then
    _lava "$@"
else
    compdef _lava lava
fi
