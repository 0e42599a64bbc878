# Each file includes itself and layers to its left; headers do not include each other in a ring; a library has one door;
# only engine calls the stages. -v house=… names the folder of layers.txt, doors.txt and stages.txt; files are src/*/*.[ch].
BEGIN {
    while ((getline row < (house "/layers.txt")) > 0)
        if (row !~ /^#/)
            rank[row] = ++n_layers
    while ((getline row < (house "/doors.txt")) > 0)
        if (row !~ /^#/)
            door[row] = ""
    while ((getline row < (house "/stages.txt")) > 0)
        for (n = row ~ /^#/ ? 0 : split(row, word, " "); n > 1; n--)
            stage[word[n]] = word[1]
}

FNR == 1 {
    in_comment = 0
    n_parts = split(FILENAME, part, "/")
    layer = part[n_parts - 1]
    self = layer "/" part[n_parts]
    files[self] = FILENAME
    n_includes = 0
    if (!(layer in rank))
        bad(FILENAME, "no layer of layers.txt")
}

{
    here = FILENAME ":" FNR
    c = code($0)
}

c ~ /^[ \t]*#[ \t]*include/ {
    n_includes++
    if (c ~ /</) {
        library = c
        gsub(/.*<|>.*|.*\//, "", library)
        if (library in door) {
            if (door[library] != "" && door[library] != FILENAME)
                bad(here, library " has its door in " door[library] " already")
            door[library] = FILENAME
        }
    } else {
        path = substr(literals, 2)
        other = path
        sub(/\/.*/, "", other)
        if (path == "daejo.h")
            other = "engine"
        else if (path !~ /\//)
            bad(here, "'" path "' does not begin with its layer")
        if (other in rank && rank[other] > rank[layer])
            bad(here, layer " includes " other ", which lies to its right")
        else if (layer == "cli" && other != "cli" && path != "daejo.h")
            bad(here, "cli includes " path "; the public header is its only door to the library")
        else if (path in stage && layer != "engine" && stage[path] != layer)
            bad(here, "only engine includes " path)
        includes[self] = includes[self] " " path
        if (n_includes == 1)
            first[self] = path
    }
    next
}

layer != "engine" {
    for (f in stage)
        if (index(c, f) && stage[f] != layer && c ~ ("(^|[^A-Za-z0-9_])" f "[ \t]*\\("))
            bad(here, "only engine calls " f)
}

# A header that includes none that is left is no part of a ring; what cannot be taken away so is one.
function find_rings(    gone, again, f, n, i, to, left) {
    do {
        again = 0
        for (f in files) {
            if (f in gone)
                continue
            n = split(includes[f], to, " ")
            left = 0
            for (i = 1; i <= n; i++)
                left += (to[i] in files) && !(to[i] in gone)
            if (!left)
                again = gone[f] = 1
        }
    } while (again)
    for (f in files)
        if (!(f in gone) && f ~ /\.h$/)
            bad(files[f], "includes itself by way of" includes[f])
}

END {
    find_rings()
    for (f in files) {
        own = f
        if (sub(/\.c$/, ".h", own) && own in files && first[f] != own)
            bad(files[f], "its first include is not " own)
    }
    for (library in door)
        if (door[library] == "" && !is_sample)
            bad("tests/house/doors.txt", "nothing includes " library)
    exit n_bad > 0
}
