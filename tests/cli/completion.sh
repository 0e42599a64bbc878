# The scripts that shells complete by, each run by its own shell where that is there: words of a fixed choice, lists with commas,
# files and folders; and that no argument of the tables is unknown to them.
. "${0%/*}/common.sh"
for shell in bash zsh fish; do
    expect 0 completion $shell
    mv out $shell
done
expect 2 completion
err_says "one of bash, zsh and fish"
expect 2 completion bsh
err_says "unknown shell 'bsh'; did you mean 'bash'?"

# every argument in the table of options is one that completion knows, or a day or number, which nobody can
sed -n 's/^DJ_OPTION([^"]*"[a-z-]*", [^,]*, \(NULL\|"[^"]*"\),.*/\1/p' "$tree/src/cli/options.def" | sort -u >arguments
[ "$(wc -l <arguments)" -ge 10 ] || fail "the table of options was not read"
while read -r argument; do
    argument=${argument#\"}
    argument=${argument%\"}
    case $argument in
    NULL | *'|'* | FILE | DIR | FORMAT | ID,… | KIND,… | YYYY-MM-DD | N) ;;
    *) fail "completion does not know what '$argument' stands for" ;;
    esac
done <arguments

# complete SHELL WORD…: what it offers for the last word, a line each, into the file offered
cat >in-bash <<'END'
compopt() { echo "compopt $2"; } # there is no line being edited here
source ./bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_daejo
printf '%s\n' "${COMPREPLY[@]}"
END
cat >in-zsh <<'END'
# a zsh in a pseudo-terminal, in which the completed words are caught as they are added
zmodload zsh/zpty || exit 3
zpty inner "PS1= PROMPT= zsh -f -i"
zpty -w inner 'autoload -U compinit; compinit -u -D; source ./zsh'
zpty -w inner 'compadd() { local -a hits; builtin compadd -O hits "$@"; (( $#hits )) && print -rl -- @$^hits >>caught; builtin compadd "$@" }'
zpty -w inner 'done-with() { zle kill-buffer; : >>finished }; zle -N done-with; bindkey ^X done-with'
zpty -w inner 'LISTMAX=10000; : >>ready'
for try in {1..100}; do [[ -e ready ]] && break; sleep 0.1; done
zpty -w -n inner "$*"$'\t\t\C-X'
for try in {1..100}; do [[ -e finished ]] && break; zpty -r -t inner line; sleep 0.05; done
zpty -d inner
sort -u caught 2>/dev/null | sed 's/^@//'
rm -f ready finished caught
END
complete() {
    shell=$1
    shift
    case $shell in
    bash) bash --norc in-bash "$@" >offered ;;
    zsh) zsh -f in-zsh "$@" >offered 2>log ;;
    fish) fish --no-config -c "source ./fish; complete -C '$*'" | cut -f 1 >offered ;;
    esac
}

offers() {
    for word in "$@"; do
        grep -qxF -- "$word" offered || fail "$shell does not offer $word: $(cat offered)"
    done
}

offers_not() {
    for word in "$@"; do
        ! grep -qxF -- "$word" offered || fail "$shell offers $word: $(cat offered)"
    done
}

mkdir a-folder
: >a-file
for shell in bash zsh fish; do
    if ! command -v $shell >/dev/null; then
        echo "$shell is not here"
        continue
    fi
    $shell -n ./$shell || fail "$shell cannot read its script"
    complete $shell daejo ''
    offers check extract help completion
    complete $shell daejo check --fail-on ''
    offers error warning note never
    offers_not a-file
    complete $shell daejo check --format ''
    offers text json sarif html baseline
    complete $shell daejo extract --format ''
    offers text jsonl
    offers_not sarif
    complete $shell daejo explain unit
    offers unit-slip
    complete $shell daejo rules ''
    offers test list
    complete $shell daejo check --f
    offers --fail-on --format
    offers_not --unread
    complete $shell daejo check --check unit-slip,mal
    case $shell in
    zsh) offers malformed-number ;;
    *) offers unit-slip,malformed-number ;;
    esac
    complete $shell daejo check --check unit-slip,unit
    [ $shell = fish ] || offers_not unit-slip unit-slip,unit-slip # its own __fish_append keeps no watch on that

    # bash leaves names of files to readline: it is asked whether the one or the other was wanted
    complete $shell daejo check a-
    case $shell in
    bash) offers "compopt default" ;;
    *) offers a-file ;;
    esac
    complete $shell daejo check --rules a-
    case $shell in
    bash) offers "compopt dirnames" ;;
    *) grep -q '^a-folder/*$' offered || fail "$shell offers no folder: $(cat offered)" ;;
    esac
    offers_not a-file
    complete $shell daejo check --date 2
    offers_not a-file "compopt default"
done
complete bash daejo check --format = js
offers json jsonl
complete bash daejo check -f sar
offers sarif
complete bash daejo rules test ''
offers "compopt default"
finish
