# code(line): a line of C without comments, its literals emptied to "" and ''. Call it once for every line, in order.
# Sets `literals` to what stood between the quotes of the line, and `in_comment` where a comment goes on.
function code(line,    out, token, end) {
    literals = ""
    while (line != "") {
        if (in_comment) {
            if (!(end = index(line, "*/")))
                return out
            line = substr(line, end + 2)
            in_comment = 0
        }
        if (!match(line, /\/\*|\/\/|["']/))
            return out line
        out = out substr(line, 1, RSTART - 1)
        token = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        if (token == "//")
            return out
        if (token == "/*") {
            in_comment = 1
            continue
        }
        match(line, token == "\"" ? "^([^\"\\\\]|\\\\.)*" : "^([^'\\\\]|\\\\.)*")
        literals = literals " " substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 2)
        out = out token token
    }
    return out
}

function bad(place, message) {
    print place ": " message
    n_bad++
}
