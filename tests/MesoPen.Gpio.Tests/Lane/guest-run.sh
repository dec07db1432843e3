#!/usr/bin/env bash
# Runs a script in a guest with simulated GPIO lines:  guest-run.sh KERNEL OUT SCRIPT real|virtual [ARGUMENT]
# OUT is a folder for what it leaves; its log is printed at the end. In virtual time the guest's clock stands still while it works and jumps when it waits, so
# that the load of the machine makes nothing late; in real time its clock is the machine's. Exit code: the script's.
set -uo pipefail
kernel=$1 out=$(cd "$2" && pwd) script=$(realpath "$3") time=$4 argument=${5:-}
here=$(cd "$(dirname "$0")" && pwd)
dotnet=$(dirname "$(realpath "$(command -v dotnet)")")
travel=()
[ "$time" = real ] || travel=(time-travel=inf-cpu)

run() {
  : >"$out/log"
  rm -f "$out/rc"
  # Memory of the guest is a file that is mapped; /dev/shm may be too small for it.
  # In a process group of its own: whatever of the guest outlives its end, or its time, is killed by that.
  TMPDIR=$out setsid timeout --kill-after=5 "${GPIO_LANE_LIMIT:-600}" "$kernel" mem=2048M "${travel[@]}" root=/dev/root rootfstype=hostfs rootflags=/ ro \
    init="$here/guest.sh" con=null con0=null,fd:1 ssl=null quiet panic=1 \
    MESOPEN_OUT="$out" MESOPEN_DO="$script" MESOPEN_ARGUMENT="$argument" MESOPEN_HERE="$PWD" MESOPEN_DOTNET="$dotnet" >"$out/console" 2>&1 </dev/null &
  guest=$!
  {
    wait "$guest"
    kill -9 -- "-$guest"
  } 2>/dev/null
  cat "$out/log"
}

run
# User-mode Linux itself aborts now and then on a busy machine, in its C library ("The futex facility returned..."). That says nothing of what ran in it.
for again in 1 2; do
  if [ ! -s "$out/rc" ] && grep -q 'futex facility' "$out/console"; then
    echo "gpio lane: the guest's kernel aborted; tried again ($again of 2)."
    run
  fi
done
[ -s "$out/rc" ] || { echo "gpio lane: the guest ended before its script did; the end of its console:" >&2; tail -n 20 "$out/console" >&2; exit 1; }
exit "$(cat "$out/rc")"
