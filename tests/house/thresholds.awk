# A number that the code takes where checks.yaml has none is the one that checks.yaml has: in the section of the check whose
# file it is, else in that of the layer, else in any. Read checks.yaml first.
function plain(number) {
    return sprintf("%.6g", number)
}

function learn(section, key, value) {
    of[section, key] = plain(value)
    known[key] = 1
    any[key, plain(value)] = 1
}

# what stands behind the key, as a plain number; "" for none
function fallback(rest,    part) {
    if (match(rest, /^-?[0-9.]+\)/))
        return plain(substr(rest, 1, RLENGTH - 1))
    if (match(rest, /^dj_dec_int\([0-9]+\)/))
        return plain(substr(rest, 12))
    if (match(rest, /^dj_dec_make\(-?[0-9]+, -?[0-9]+\)/)) {
        split(substr(rest, 13), part, /[,)]/)
        return plain(part[1] * 10 ^ part[2])
    }
    return ""
}

FILENAME ~ /checks[.]yaml$/ {
    sub(/#.*/, "")
    if (match($0, /^[a-z-]+:/)) {
        section = substr($0, 1, RLENGTH - 1)
        $0 = substr($0, RLENGTH + 1)
    }
    gsub(/[{}]/, "")
    n = split($0, pairs, ",")
    for (i = 1; i <= n; i++)
        if (split(pairs[i], pair, ":") == 2 && pair[2] ~ /[0-9]/) {
            gsub(/ /, "", pair[1])
            learn(section, pair[1], pair[2])
        }
    next
}
FNR == 1 {
    section = layer = FILENAME
    gsub(/^src\/|\/[^\/]*$/, "", layer)
    gsub(/.*\/|[.]c$/, "", section)
    gsub(/_/, "-", section)
}
{
    for (line = $0; match(line, /"[a-z-]+", /);) {
        key = substr(line, RSTART + 1, RLENGTH - 4)
        line = substr(line, RSTART + RLENGTH)
        value = fallback(line)
        if (value == "" || !known[key])
            continue
        where = ((section, key) in of) ? section : layer
        is_held = ((where, key) in of) ? of[where, key] == value : ((key, value) in any)
        if (!is_held)
            bad(FILENAME ":" FNR, key " is " value " here, which is not what checks.yaml says")
    }
}
END { exit n_bad > 0 }
