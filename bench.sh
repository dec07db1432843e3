#!/usr/bin/env bash
# Measures what docs/performance.md says, and writes it anew. Needs the .NET 10 SDK, Node 20, PostgreSQL and Chromium; fetches packages through the ordinary client.
#   ./bench.sh          all of it, under ten minutes and half an hour of the console; leave the machine alone meanwhile
#   ./bench.sh --quick  shows that everything runs, in two minutes; writes to artifacts/performance-quick.md
# Names of sections (frames session device treatment journal store roundtrip stop console) measure those alone; the others stay as they are.
set -euo pipefail
cd "$(dirname "$0")"

page=docs/performance.md
for word in "$@"; do
  case "$word" in
    --quick) page=artifacts/performance-quick.md ;;
    frames | session | device | treatment | journal | store | roundtrip | stop | console) ;;
    *) echo "bench.sh: there is no $word; there are --quick, frames, session, device, treatment, journal, store, roundtrip, stop and console." >&2; exit 2 ;;
  esac
done
if ! command -v dotnet >/dev/null; then
  echo "bench.sh: the .NET 10 SDK is needed and dotnet is not on the PATH. Install it, then run ./bench.sh again." >&2
  exit 2
fi

dotnet build tests/MesoPen.Benchmarks -c Release -v quiet --nologo
artifacts/bin/MesoPen.Benchmarks/release/MesoPen.Benchmarks "$page" artifacts "$@"
echo
cat "$page"
