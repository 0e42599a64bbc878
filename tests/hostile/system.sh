# What the program asks of the system: no network, no other program, no file that nobody asked for.
. "${0%/*}/common.sh"
stories
# no name by which a program speaks to others is linked, in the program or in what it is linked to and is its own
if command -v nm >/dev/null; then
    nm -D --undefined-only "$program" | sed -e 's/.* //' -e 's/@.*//' >asks
    for name in socket connect bind listen accept sendto send recv getaddrinfo gethostbyname fork vfork execve execv execvp \
        execl posix_spawn system popen dlopen ptrace; do
        ! grep -qx "$name" asks || fail "the program is linked to $name"
    done
fi
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
    # the search for leaks of a sanitizer build is itself a tracer, and ends the program where there is another
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
    strace -f -o trace "$program" check --format html set >out 2>err || true
    [ -s out ] || fail "nothing was checked under strace"
    ! grep -E '(^|[^a-z_])(socket|connect|bind|listen|accept4?|sendto|fork|vfork|execve|ptrace)\(' trace | grep -v 'execve("'"$program" >bad ||
        { fail "a call that is none of its work:"; cat bad; }
    # what is opened to be written: nothing, as the report goes to standard output
    ! grep -E 'open(at)?\(.*O_(WRONLY|RDWR|CREAT)' trace >bad || { fail "a file was opened to be written:"; cat bad; }
    # what is opened to be read lies with the program, its libraries, the system's tables, or was asked for
    grep -E 'open(at)?\(' trace | grep -v ENOENT | grep -o '"[^"]*"' | tr -d '"' | sort -u |
        grep -vE '^(/lib|/usr|/etc/ld\.so|/proc/self|/sys/devices/system/cpu|/etc/localtime|set$|set/)' | grep -vF "$tree/rules" >bad || true
    [ ! -s bad ] || { fail "a file that nobody asked for was read:"; cat bad; }
    # a signal in the middle of a call is no end: each read and write is tried again
    if strace -o trace -e inject=read:error=EINTR:when=3+2 true 2>/dev/null; then
        "$program" check --format json set >wanted 2>err || true
        strace -f -o trace -e inject=read:error=EINTR:when=1+2 -P set/1.txt -P set/2.txt "$program" check --format json set >out 2>err || true
        cmp -s out wanted || fail "reads that were interrupted changed the report"
        strace -f -o trace -e inject=write:error=EINTR:when=1+2 "$program" check --format json set >out 2>err || true
        cmp -s out wanted || fail "writes that were interrupted changed the report"
        status=0
        strace -f -o trace -e inject=openat:error=EMFILE:when=1+ -P set/2.txt "$program" check set >out 2>err || status=$?
        [ "$status" = 2 ] || fail "no more files can be opened: exit status $status"
        err_says "set/2.txt: cannot read"
    fi
fi
finish
