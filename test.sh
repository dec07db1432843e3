#!/usr/bin/env bash
# Builds everything and runs every test. Needs the .NET 10 SDK; fetches packages through the ordinary client.
# The last line is "N passed, N failed, N skipped"; exit code 0 only if everything was built, run and passed.
set -uo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
  echo "test.sh: the .NET 10 SDK is needed and dotnet is not on the PATH. Install it, then run ./test.sh again." >&2
  exit 2
fi

configuration=Release
passed=0 failed=0 skipped=0 broken=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

if ! dotnet build MesoPen.sln -c "$configuration" -v quiet --nologo; then
  echo "test.sh: the build failed; no test was run." >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

for project in MesoPen.Kernel.Tests MesoPen.Tests; do
  log="$logs/$project.log"
  # A shell that runs this in the background makes its children ignore SIGINT; some tests send it.
  env --default-signal=INT,QUIT "artifacts/bin/$project/release/$project" -noColor "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  summary=$(grep -E 'Total: +[0-9]+, Errors: +[0-9]+, Failed: +[0-9]+, Skipped: +[0-9]+' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: +([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    echo "test.sh: $project ended without a summary (exit code $status)." >&2
    failed=$((failed + 1))
    continue
  fi
  bad=$(($(count Failed) + $(count Errors)))
  skip=$(($(count Skipped) + $(count 'Not Run')))
  passed=$((passed + $(count Total) - bad - skip))
  failed=$((failed + bad))
  skipped=$((skipped + skip))
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    broken=1
  fi
done

if [ "$broken" -ne 0 ]; then
  echo "test.sh: a test program failed outside of its tests." >&2
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
