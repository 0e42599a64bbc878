#!/bin/sh
# expect.sh DAEJO FOLDER: holds the check of a story set on FOLDER.expected; that file says how to read it. Prints each line
# that does not hold; exit 1 where there is one.
set -eu
LC_ALL=C
export LC_ALL
report=$(mktemp)
trap 'rm -f "$report" "$report.read"' EXIT
"$1" extract "$2" >"$report.read"
status=0
"$1" check --format json "$2" >"$report" || status=$?
[ $status -le 1 ] || exit 1
sed 's/{"fingerprint"/\n&/g' "$report" | awk -v expected="$2.expected" -v read="$report.read" '
    function field(json, name) { # of a string without escapes
        return match(json, "\"" name "\":\"[^\"]*\"") ? substr(json, RSTART + length(name) + 4, RLENGTH - length(name) - 5) : ""
    }
    /^{"fingerprint"/ {
        check[++n] = field($0, "check")
        is_loud[n] = field($0, "severity") != "note"
        n_claims[n] = split($0, part, /"column":[0-9]+,"text":/) - 1
        for (i = 1; i <= n_claims[n]; i++)
            claim[n, i] = part[i + 1]
    }
    function marks(f, i, text) { return index(claim[f, i], text) > 0 }
    function holds(level, id, a, b,    f, i, j) {
        for (f = 1; f <= n; f++)
            if ((id == "-" || check[f] == id) && (level == "any" || is_loud[f]))
                for (i = 1; i <= n_claims[f]; i++)
                    for (j = 1; j <= n_claims[f]; j++)
                        if (i != j && marks(f, i, a) && marks(f, j, b))
                            return level != "never"
        return level == "never"
    }
    END {
        while ((getline row < read) > 0)
            mentions = mentions row
        while ((getline row < expected) > 0) {
            if (row ~ /^#/)
                continue
            if (split(row, want, "|") != 5 || want[1] !~ /^(loud|any|never)$/)
                print "cannot be read: " row
            else if (!index(mentions, want[3]) || !index(mentions, want[4]))
                print "no mention holds it: " row
            else if (holds(want[1], want[2], want[3], want[4])) {
                n_held++
                continue
            } else
                print "does not hold: " row
            n_bad++
        }
        exit n_bad > 0 || !n_held
    }'
