# What src does not say: calls of banned.txt, words of a language in literals, a .c file without a word on what it is.
# -v house=… names the folder of banned.txt and hangul.txt.
BEGIN {
    while ((getline row < (house "/banned.txt")) > 0)
        if (row !~ /^#/ && split(row, word, " ") > 2) {
            why[word[1]] = substr(row, length(word[1] word[2]) + 3)
            but[word[1]] = word[2]
        }
    while ((getline row < (house "/hangul.txt")) > 0)
        if (row !~ /^#/ && split(row, word, " ") > 1)
            may_say[word[1]] = 1
    # the UTF-8 of U+AC00..U+D7A3 in bytes, and the same as escapes
    hangul = "\352[\260-\277]|[\353\354][\200-\277]|\355[\200-\236]|\\\\x[Ee]([Aa]\\\\x[BbAa]|[BbCc]\\\\x|[Dd]\\\\x[89])"
}

function is_allowed(file, list,    n, i, at) {
    n = split(list, at, ",")
    for (i = 1; i <= n; i++)
        if (index(file, at[i]))
            return 1
    return 0
}

function says_hangul(file,    f) {
    for (f in may_say)
        if (index(file, f)) {
            used[f] = 1
            return 1
        }
    return 0
}

FNR == 1 { in_comment = has_opened = 0 }

{
    here = FILENAME ":" FNR
    c = code($0)
    has_opened = has_opened || in_comment || $0 ~ /\/\*/
}

c ~ /^[ \t]*#[ \t]*include/ && !has_opened && FILENAME ~ /\.c$/ {
    bad(here, "no comment opens the file")
    has_opened = 1
}

literals ~ hangul && !says_hangul(FILENAME) { bad(here, "words of a language belong in rules:" literals) }

{
    while (match(c, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
        name = substr(c, RSTART, RLENGTH)
        c = substr(c, RSTART + RLENGTH)
        sub(/[ \t]*\($/, "", name)
        if (name in why && !is_allowed(FILENAME, but[name]))
            bad(here, name " is banned: " why[name])
    }
}

END {
    for (f in may_say)
        if (!(f in used) && !is_sample)
            bad("tests/house/hangul.txt", f " needs no exception")
    exit n_bad > 0
}
