#!/bin/sh
# hardened.sh BINARY…: a release holds what makes a fault hard to use: addresses chosen at the start, relocations that
# cannot be written to, guards on the stack, checked copies, no stack that can be run.
set -eu
LC_ALL=C
export LC_ALL
for binary in "$@"; do
    told=$(readelf --wide --file-header --dynamic --program-headers --symbols "$binary")
    for mark in 'DYN \(' GNU_RELRO BIND_NOW __stack_chk_fail '_chk@' 'GNU_STACK .* RW '; do
        echo "$told" | grep -qE -- "$mark" || { echo "FAILED: $binary has no $mark"; exit 1; }
    done
done
