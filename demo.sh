#!/usr/bin/env bash
# Shows the main job without hardware: a simulated gun on a pseudo-terminal in a process of its own, the host, a full face.
#   ./demo.sh             the console in your browser: set a clinic up, find the gun, treat the example patient
#   ./demo.sh --terminal  one treatment in this terminal; asks you before each step (y), s stops
#   ./demo.sh --headless  one treatment in this terminal; answers every question with yes
set -euo pipefail
cd "$(dirname "$0")"

mode=console
case "${1:-}" in
  "") ;;
  --terminal) mode=terminal ;;
  --headless) mode=headless ;;
  *) echo "demo.sh: there is no option $1; there are --terminal and --headless." >&2; exit 2 ;;
esac
if ! command -v dotnet >/dev/null; then
  echo "demo.sh: the .NET 10 SDK is needed and dotnet is not on the PATH. Install it, then run ./demo.sh again." >&2
  exit 2
fi
if [ "$mode" = terminal ] && ! [ -t 0 ]; then
  echo "demo.sh: questions need a terminal. Run ./demo.sh --headless." >&2
  exit 2
fi

if [ -z "${MESOPEN_DEMO_BUILT:-}" ]; then
  echo "Building (the first time fetches packages)..."
  dotnet build src/MesoPen.Host -c Release -v quiet --nologo
  dotnet build src/MesoPen.Simulator -c Release -v quiet --nologo
fi
mesopen=artifacts/bin/MesoPen.Host/release/mesopen
simulator=artifacts/bin/MesoPen.Simulator/release/mesopen-sim

folder=$(mktemp -d "${TMPDIR:-/tmp}/mesopen-demo.XXXXXX")
sim= host=
trap '[ -z "$sim" ] || kill "$sim" 2>/dev/null || true' EXIT

# start_gun [OPTION...]: the simulated gun, ready.
start_gun() {
  echo "Starting a simulated five-needle gun. No device is needed, and no patient is near it."
  "$simulator" --profile gun-5 --pty "$folder/gun" --nvm "$folder/gun.nvm" --truth "$folder/truth.jsonl" "$@" >"$folder/simulator.log" 2>&1 &
  sim=$!
  for _ in $(seq 100); do
    grep -q '^ready' "$folder/simulator.log" && return
    kill -0 "$sim" 2>/dev/null || break
    sleep 0.1
  done
  echo "demo.sh: the simulator did not start:" >&2
  cat "$folder/simulator.log" >&2
  exit 1
}

# free_port WANTED: that port if nobody listens on it, else one that nobody listens on.
free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# The console, until Ctrl-C. Nothing is kept: the next demo begins anew.
console() {
  local port control more=()
  port=$(free_port 5480)
  if "$simulator" --help | grep -q -- --control; then
    control=$(free_port 5490)
    start_gun --control "$control"
    more=(--set "Station:Simulator=127.0.0.1:$control")
  else
    start_gun
  fi
  "$mesopen" serve --data "$folder/data" --set "Api:Urls=http://127.0.0.1:$port" --set "Station:Devices=$folder/gun" "${more[@]}" &
  host=$!

  # Jobs in the background do not hear Ctrl-C: the host is told to end, lets the device come to rest, and is waited for.
  trap 'kill -TERM "$host" 2>/dev/null || true' INT TERM
  local status=0
  while kill -0 "$host" 2>/dev/null; do wait "$host" || true; done
  wait "$host" || status=$?
  echo "Ended. The demo's records are removed."
  kill "$sim" 2>/dev/null || true
  wait "$sim" 2>/dev/null || true
  sim=
  rm -rf "$folder"
  return "$status"
}

if [ "$mode" = console ]; then
  echo "End with Ctrl-C."
  console
  exit
fi

yes=()
if [ "$mode" = headless ]; then yes=(--yes); fi
start_gun
status=0
"$mesopen" treat plans/full-face-stamp.yaml --device "$folder/gun" --data "$folder/data" "${yes[@]}" || status=$?

echo
echo "The record against what the machine did:"
"$mesopen" records show --data "$folder/data" --json >"$folder/records.jsonl"
"$simulator" compare --profile gun-5 --truth "$folder/truth.jsonl" --report "$folder/records.jsonl"
"$mesopen" records verify --data "$folder/data"
echo "Everything is in $folder: records (data/journal.db), truth.jsonl. Look: $mesopen records show --data $folder/data"
exit "$status"
