#!/usr/bin/env bash
# Runs a script in a guest with simulated GPIO lines:  guest-run.sh KERNEL OUT SCRIPT [virtual|real]
# OUT is a folder for what it leaves; its log is printed as it comes. In virtual time the guest's clock stands still while it works and jumps when it waits, so
# that the load of the machine makes nothing late; in real time its clock is the machine's. Exit code: the script's.
set -uo pipefail
kernel=$1 out=$(cd "$2" && pwd) script=$(realpath "$3") time=${4:-virtual}
here=$(cd "$(dirname "$0")" && pwd)
dotnet=$(dirname "$(realpath "$(command -v dotnet)")")
travel=()
[ "$time" = real ] || travel=(time-travel=inf-cpu)
: >"$out/log"
rm -f "$out/rc"
tail -n +1 -f "$out/log" &
shown=$!
# Memory of the guest is a file that is mapped; /dev/shm may be too small for it.
# Its kernel always ends by a panic, when its first process has ended; the shell's word on that helps nobody.
exec 3>&2 2>/dev/null
TMPDIR=$out timeout --kill-after=5 "${GPIO_LANE_LIMIT:-600}" "$kernel" mem=1536M "${travel[@]}" root=/dev/root rootfstype=hostfs rootflags=/ ro \
  init="$here/guest.sh" con=null con0=null,fd:1 ssl=null quiet panic=1 \
  MESOPEN_OUT="$out" MESOPEN_DO="$script" MESOPEN_HERE="$PWD" MESOPEN_DOTNET="$dotnet" >"$out/console" 2>&1 </dev/null
kill "$shown"
wait "$shown"
exec 2>&3
[ -s "$out/rc" ] || { echo "gpio lane: the guest ended before its script did; the end of its console:" >&2; tail -n 20 "$out/console" >&2; exit 1; }
exit "$(cat "$out/rc")"
