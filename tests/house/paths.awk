# The project knows nothing of the machines it was written on: no file names a place outside the tree.
{
    if (match($0, "(^|[^A-Za-z0-9_.~-])/(work|home|root|Users|mnt|opt/build)/[A-Za-z0-9_.-]+"))
        bad(FILENAME ":" FNR, "names a place on a machine:" substr($0, RSTART, RLENGTH))
    if (/[.][.]\/shared/ && FILENAME != "./.ci/run" && FILENAME !~ /\/paths[.]awk$/)
        bad(FILENAME ":" FNR, "leans on what lies beside the project; only .ci/run may, where it is there")
}
END { exit n_bad > 0 }
