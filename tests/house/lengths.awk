# No file is longer than 500 lines and no function than 80, from its first line to its closing brace. -v verbose=1 also
# lists files past 250 lines and the longest functions.
BEGIN { most_file = 500; long_file = 250; most_function = 80 }

FNR == 1 {
    in_comment = depth = start = is_define = 0
    text = ""
}

FNR == most_file + 1 { bad(FILENAME, "longer than " most_file " lines") }
FNR == long_file + 1 { long_files = long_files "long file: " FILENAME "\n" }

# At depth 0, text collects a declaration since the last ; or }, and start is its first line. A brace that opens right
# behind a closing parenthesis opens a function, any other one a type or a table.
function at_top(c) {
    if (!start && c !~ /^[ \t]*$/)
        start = FNR
    text = text c
    if (text ~ /;[ \t]*$/) {
        text = ""
        start = 0
    }
}

{
    c = code($0)
    if (is_define || c ~ /^[ \t]*#/) {
        is_define = c ~ /\\$/
        next
    }
    while (match(c, /[{}]/)) {
        brace = substr(c, RSTART, 1)
        if (depth == 0) {
            at_top(substr(c, 1, RSTART - 1))
            is_function = text ~ /\)[ \t]*$/
            name = text
            sub(/\(.*/, "", name)
            sub(/.*[ \t*]/, "", name)
        }
        c = substr(c, RSTART + 1)
        depth += brace == "{" ? 1 : -1
        if (depth > 0)
            continue
        if (is_function) {
            n = FNR - start + 1
            all[++n_functions] = n
            if (n > most_function)
                bad(FILENAME ":" start, name " has " n " lines, more than " most_function)
            else if (n > 55)
                long_functions = long_functions "long function: " FILENAME ":" start ": " name " " n "\n"
            start = 0
        }
        text = ""
    }
    if (depth == 0)
        at_top(c)
}

END {
    if (verbose) {
        printf "%s%s%d functions", long_files, long_functions, n_functions
        for (i = 2; i <= n_functions; i++) # by length: few enough for an insertion sort
            for (j = i; j > 1 && all[j - 1] > all[j]; j--) {
                swap = all[j]
                all[j] = all[j - 1]
                all[j - 1] = swap
            }
        printf ", median %d lines, longest tenth from %d, longest %d\n", all[int((n_functions + 1) / 2)], all[int(n_functions * 0.9)], all[n_functions]
    }
    exit n_bad > 0
}
