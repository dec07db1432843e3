#!/usr/bin/env bash
# Shows the main job without hardware: a simulated gun on a pseudo-terminal in a process of its own, the host, a full face.
#   ./demo.sh             asks you before each step (y), s stops
#   ./demo.sh --headless  answers every question with yes
set -euo pipefail
cd "$(dirname "$0")"

yes=() headless=false
case "${1:-}" in
  "") ;;
  --headless) yes=(--yes) headless=true ;;
  *) echo "demo.sh: there is no option $1; there is --headless." >&2; exit 2 ;;
esac
if ! command -v dotnet >/dev/null; then
  echo "demo.sh: the .NET 10 SDK is needed and dotnet is not on the PATH. Install it, then run ./demo.sh again." >&2
  exit 2
fi
if ! $headless && ! [ -t 0 ]; then
  echo "demo.sh: questions need a terminal. Run ./demo.sh --headless." >&2
  exit 2
fi

echo "Building (the first time fetches packages)..."
dotnet build src/MesoPen.Host -c Release -v quiet --nologo
dotnet build src/MesoPen.Simulator -c Release -v quiet --nologo
mesopen=artifacts/bin/MesoPen.Host/release/mesopen
simulator=artifacts/bin/MesoPen.Simulator/release/mesopen-sim

folder=$(mktemp -d "${TMPDIR:-/tmp}/mesopen-demo.XXXXXX")
sim=
trap '[ -z "$sim" ] || kill "$sim" 2>/dev/null || true' EXIT

echo "Starting a simulated five-needle gun. No device is needed, and no patient is near it."
"$simulator" --profile gun-5 --pty "$folder/gun" --nvm "$folder/gun.nvm" --truth "$folder/truth.jsonl" >"$folder/simulator.log" 2>&1 &
sim=$!
for _ in $(seq 100); do
  grep -q '^ready' "$folder/simulator.log" && break
  kill -0 "$sim" 2>/dev/null || break
  sleep 0.1
done
if ! grep -q '^ready' "$folder/simulator.log"; then
  echo "demo.sh: the simulator did not start:" >&2
  cat "$folder/simulator.log" >&2
  exit 1
fi

status=0
"$mesopen" treat plans/full-face-stamp.yaml --device "$folder/gun" --data "$folder/data" "${yes[@]}" || status=$?

echo
echo "The record against what the machine did:"
"$mesopen" records show --data "$folder/data" --json >"$folder/records.jsonl"
"$simulator" compare --profile gun-5 --truth "$folder/truth.jsonl" --report "$folder/records.jsonl"
"$mesopen" records verify --data "$folder/data"
echo "Everything is in $folder: records (data/journal.db), truth.jsonl. Look: $mesopen records show --data $folder/data"
exit "$status"
