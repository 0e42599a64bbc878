# A row of a table stands for one file and at least one case: checks.def, readers.def, reports.def and commands.def name a
# function, or a report's form, that one .c file of the folder defines, alone there among those of the table; kinds.def and
# slots.def name what rules must use, options.def what a test must give. Reads the tables first, then src/*/*.c, then
# everything under tests and rules, sorted; only kinds and slots have their cases in rules.
function unquoted(s) {
    sub(/^[ \t]*/, "", s)
    sub(/[ \t]*$/, "", s)
    sub(/^"/, "", s) # one step at a time: mawk keeps the mark where one pattern is to take both
    sub(/"$/, "", s)
    return s
}

# arg[1..n]: the arguments of a row, commas in quotes not counted
function arguments(line,    n, s, out) {
    sub(/^[A-Z_]+\(/, "", line)
    sub(/\)[ \t]*$/, "", line)
    while (match(line, /^[^,"]*("[^"]*")?[^,"]*,?/) && RLENGTH > 0) {
        s = substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 1)
        sub(/,$/, "", s)
        arg[++n] = unquoted(s)
    }
    return n
}

function needs_file(f) { function_of[n_rows] = f }
function needs_case(c) { case_of[n_rows] = case_of[n_rows] == "" ? c : case_of[n_rows] SUBSEP c }
function may_lie_in_rules() { in_rules[n_rows] = 1 }

FILENAME ~ /\/(elements|entities)\.def$/ { next } # names of the HTML standard: no files of ours

FILENAME ~ /\.def$/ && /^DJ_[A-Z]+\(/ {
    arguments($0)
    place[++n_rows] = FILENAME ":" FNR
    folder[n_rows] = FILENAME
    sub(/[^\/]*$/, "", folder[n_rows])
    row[n_rows] = arg[1]
    table = FILENAME
    sub(/.*\//, "", table)
    if (table == "checks.def") {
        needs_file("dj_check_" arg[1])
        check_row[arg[2]] = n_rows
    } else if (table == "readers.def") {
        needs_file(arg[3])
        needs_case("DJ_FORMAT_" arg[1])
    } else if (table == "reports.def") {
        needs_file(arg[4])
        golden[tolower(arg[2]), arg[3]] = n_rows
    } else if (table == "commands.def") {
        needs_file(arg[3])
        needs_case("expect 0 " arg[2])
        needs_case("expect 1 " arg[2])
        needs_case("expect 2 " arg[2])
    } else if (table == "options.def") {
        needs_case("--" arg[3])
    } else if (table == "kinds.def") {
        may_lie_in_rules()
        needs_case("kind: " arg[2])
        needs_case("DJ_" arg[1])
    } else if (table == "slots.def") {
        may_lie_in_rules()
        needs_case("(?<" arg[1] ">")
        needs_case(arg[1] ":")
    } else if (table == "keys.def") {
        may_lie_in_rules()
        needs_case(arg[2] ":")
    } else if (table == "evidence.def") {
        may_lie_in_rules()
        needs_case(arg[2] ":")
    } else {
        bad(place[n_rows--], "rows.awk does not know this table")
    }
    next
}

FILENAME ~ /^src\/.*\.c$/ {
    if (match($0, /^[a-z][A-Za-z0-9_ *]*dj_[a-z0-9_]+\(/) && $0 !~ /;[ \t]*$/) {
        name = substr($0, RSTART, RLENGTH - 1)
        sub(/.*[ *]/, "", name)
        defined_in[name] = FILENAME
    } else if (match($0, /^const dj_report_form dj_[a-z_]+ =/)) {
        name = substr($0, RSTART, RLENGTH - 2)
        sub(/.* /, "", name)
        defined_in[name] = FILENAME
    }
    next
}

# The cases of a check are the file of its name.
FILENAME ~ /^tests\/check\/cases\// {
    check = FILENAME
    gsub(/.*\/|\.jsonl$/, "", check)
    if (check in check_row)
        has_case[check_row[check]] = 1
    next
}

# A golden case names its command in its first file by name, and its formats by the names of the others.
FILENAME ~ /\/arguments$/ { command = $1 }
FILENAME ~ /\/expected\.[a-z]+$/ {
    format = FILENAME
    sub(/.*\./, "", format)
    if ((command, format) in golden)
        has_case[golden[command, format]] = 1
}

{
    for (i = 1; i <= n_rows; i++) {
        if (has_case[i] || FILENAME ~ /^rules/ && !in_rules[i])
            continue
        n = split(case_of[i], needle, SUBSEP)
        for (j = 1; j <= n; j++)
            if (index($0, needle[j]))
                has_case[i] = 1
    }
}

END {
    for (i = 1; i <= n_rows; i++) {
        f = function_of[i]
        if (f != "") {
            file = defined_in[f]
            if (file == "" || index(file, folder[i]) != 1)
                bad(place[i], row[i] ": no file of " folder[i] " defines " f)
            else if (file in owner)
                bad(place[i], row[i] ": " f " stands in " file ", which is that of " owner[file])
            else
                owner[file] = row[i]
        }
        if (!has_case[i])
            bad(place[i], row[i] ": no case under tests or rules")
    }
    if (!n_rows)
        bad("*.def", "no rows at all")
    exit n_bad > 0
}
