# The manual page: every command, option, format and check stands in it, and those who read such pages have nothing to say.
. "${0%/*}/common.sh"
SOURCE_DATE_EPOCH=1738713600
export SOURCE_DATE_EPOCH
expect 0 man
mv out daejo.1
expect 2 man page
grep -q '^\.TH DAEJO 1 2025-02-05 "daejo [0-9.]*"' daejo.1 || fail "no title: $(head -n 1 daejo.1)"
! LC_ALL=C grep -q '[^ -~]' daejo.1 || fail "not ASCII: $(LC_ALL=C grep '[^ -~]' daejo.1)"
sed 's/\\-/-/g' daejo.1 >plain
for option in $(sed -n 's/^DJ_OPTION([^"]*"\([a-z-]*\)".*/\1/p' "$tree/src/cli/options.def"); do
    grep -qE -- "^.*--$option\\\\f" plain || fail "--$option is not told of"
done
for name in $(sed -n 's/^DJ_COMMAND([A-Z]*, \([a-z]*\),.*/\1/p' "$tree/src/cli/commands.def") \
    $(sed -n 's/^DJ_REPORT([A-Z_]*, [CE][^"]*"\([a-z]*\)".*/\1/p' "$tree/src/report/reports.def"); do
    grep -qE "^\\\\fB$name\\\\fR" plain || fail "$name is not told of"
done
for check in $(sed -n 's/^DJ_CHECK([^"]*"\([a-z-]*\)".*/\1/p' "$tree/src/check/checks.def"); do
    grep -q "^$check,*$" plain || fail "$check is not told of"
done

# silent NAME COMMAND…: where the program is there, it says nothing of the page
silent() {
    name=$1
    command -v "$name" >/dev/null || { echo "$name is not here"; return 0; }
    "$@" >said 2>&1 || true
    [ ! -s said ] || fail "$name: $(cat said)"
}
silent mandoc -Tlint daejo.1
silent groff -ww -man -Tutf8 -z daejo.1
silent groff -ww -man -Tascii -z daejo.1
if command -v man >/dev/null; then
    LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z daejo.1 2>said >/dev/null || true
    [ ! -s said ] || fail "man: $(cat said)"
fi
finish
