# The hook of pre-commit, by pre-commit itself: a commit that makes two stories disagree is held up, also where only one of them
# is part of it, and one that touches no story runs nothing.
. "${0%/*}/common.sh"
for suffix in $(sed -n 's/^DJ_READER([^"]*"\([a-z ]*\)".*/\1/p' "$tree/src/read/readers.def"); do
    grep -qE "^ *files:.*[(|]$suffix[|)]" "$tree/.pre-commit-hooks.yaml" || fail "the hook does not know the suffix $suffix"
done
if ! command -v pre-commit >/dev/null || ! command -v git >/dev/null; then
    echo "pre-commit or git is not here"
    finish
    exit
fi
HOME=$work PRE_COMMIT_HOME=$work/cache PATH=$work/bin:$PATH
export HOME PRE_COMMIT_HOME PATH
mkdir bin hook desk
ln -s "$program" bin/daejo
git config --global user.name desk
git config --global user.email desk@desk.invalid
git config --global init.defaultBranch main
git config --global advice.detachedHead false
# a repository of its own, so that the hook is tried as it stands in the tree
cp "$tree/.pre-commit-hooks.yaml" hook/
(cd hook && git init -q . && git add -A && git commit -qm hook && git tag v1)

cd desk
git init -q .
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/hook
    rev: v1
    hooks:
      - id: daejo
        args: [stories]
END
mkdir -p stories/budget
cd stories/budget
stories
mv set/1.txt set/3.txt .
mv set/2.txt "$work/wrong.txt"
cd ../..
rm -r stories/budget/set
pre-commit install >log 2>&1 || fail "cannot install: $(cat log)"
git add -A

# commits STATUS MESSAGE
commits() {
    status=0
    git commit -qm "$2" >out 2>&1 || status=$?
    [ "$status" = "$1" ] || { fail "$2: git commit exits with $status, expected $1"; cat out; }
}
commits 0 "stories that agree"
cp "$work/wrong.txt" stories/budget/2.txt
git add stories
commits 1 "a story that disagrees"
grep -q unit-slip out || fail "the report is not shown: $(cat out)"
sed -i 's/^/<!-- daejo-ignore unit-slip: as the ministry has it -->\n/' stories/budget/2.txt
git add stories
commits 0 "a story that disagrees, with a reason"
echo note >other
git add other
commits 0 "no story"
grep -q 'no files to check' out || fail "the hook runs where no story is touched: $(cat out)"
finish
