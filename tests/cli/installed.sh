# An installed program finds the rules that were installed with it, wherever its folder is moved.
. "${0%/*}/common.sh"
"$3" --install "$4" --prefix "$work/first" >log || fail "cannot install: $(cat log)"
mv first moved
program=$work/moved/bin/daejo
expect 0 rules list
grep -q "moved/bin/../share/daejo/rules/ko/" out || fail "the rules are not the installed ones: $(head -n 1 out)"
for page in man/man1/daejo.1.gz bash-completion/completions/daejo zsh/site-functions/_daejo fish/vendor_completions.d/daejo.fish; do
    [ -s "moved/share/$page" ] || fail "$page is not installed"
done
[ -f moved/include/daejo.h ] || fail "the header is not installed"
[ -f moved/share/daejo/rules/schema/config.json ] || fail "the schemas are not installed"
stories
expect 1 check --format json set
mv out first
# Rules that are not those that it was built with are read, and found the same.
for file in moved/share/daejo/rules/*.yaml moved/share/daejo/rules/*/*.yaml; do
    echo "# end" >>"$file"
done
expect 1 check --format json set
cmp -s out first || fail "rules that were changed by a comment report otherwise"
sed 's/^ *lexicons:/lexicon:/' moved/share/daejo/rules/ko/money.yaml >changed
mv changed moved/share/daejo/rules/ko/money.yaml
expect 2 check set
grep -q "rules/ko/money.yaml:[0-9]*:1: unknown key 'lexicon'" err || fail "a slip in a rule file is not told: $(cat err)"
finish
