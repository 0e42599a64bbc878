# Reads `nm -f sysv libdaejo.a`: every extern name begins with dj_ or daejo_, and no object is writable, since state of the
# process would be shared by every run in it. Constants that hold addresses lie in .data.rel.ro and are none.
BEGIN { FS = "[ \t]*[|][ \t]*" }

/^Symbols from / {
    object = $0
    sub(/.*\[/, "", object)
    sub(/\].*/, "", object)
}

NF == 7 && $7 != "*UND*" {
    n_symbols++
    if ($3 ~ /^[A-Z]$/ && $1 !~ /^(dj|daejo)_/)
        bad(object, "extern name " $1 " begins with neither dj_ nor daejo_")
    if ($7 ~ /^\.(t?bss|t?data)/ && $7 !~ /^\.data\.rel\.ro/ || $7 == "*COM*")
        bad(object, $1 " is writable")
}

END {
    if (!n_symbols)
        bad("nm", "no symbols at all")
    exit n_bad > 0
}
