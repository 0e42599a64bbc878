# Sourced by the tests of hostile surroundings: as those of the command line, in an empty folder that goes away.
. "${0%/*}/../cli/common.sh"

# quiet: no control character but line ends and tabs is in out or err
quiet() {
    for stream in out err; do
        ! LC_ALL=C tr -d '\n\t' <$stream | LC_ALL=C grep -q '[[:cntrl:]]' || fail "$1: a control character in $stream"
        # C1 controls, and what turns the direction of writing, in UTF-8
        ! LC_ALL=C grep -q "$(printf '\302[\200-\237]\|\342\200[\252-\256]\|\342\201[\246-\251]')" $stream ||
            fail "$1: a hidden control in $stream"
    done
}
