#!/usr/bin/env bash
# Builds everything and runs every test. Needs the .NET 10 SDK and Node 20; fetches packages through the ordinary clients.
#   ./test.sh                all lanes
#   ./test.sh LANE...        some of them: unit scenarios grid pty defects console e2e; and gpio, which is not among all
#                            until its kernel can be built everywhere (docs/gpio.md)
#   ./test.sh unit -- ARGS   passes ARGS to the test programs (-class '*Name*')
# The last line is "N passed, N failed, N skipped": tests of C# and of the console, scenario runs, cells and planted defects together. Exit code 0 only if everything was
# built, run and passed.
set -uo pipefail
cd "$(dirname "$0")"

lanes=()
while [ $# -gt 0 ]; do
  case "$1" in
    unit | scenarios | grid | pty | defects | console | e2e | gpio) lanes+=("$1"); shift ;;
    --) shift; break ;;
    *) echo "test.sh: there is no lane $1; there are unit, scenarios, grid, pty, defects, console, e2e and gpio." >&2; exit 2 ;;
  esac
done
[ ${#lanes[@]} -gt 0 ] || lanes=(unit scenarios grid pty defects console e2e)

if ! command -v dotnet >/dev/null; then
  echo "test.sh: the .NET 10 SDK is needed and dotnet is not on the PATH. Install it, then run ./test.sh again." >&2
  exit 2
fi

if ! command -v npm >/dev/null; then
  echo "test.sh: Node 20 with npm is needed for the console and npm is not on the PATH. Install it, then run ./test.sh again." >&2
  exit 2
fi

# The records are tried on PostgreSQL too: the tests start a cluster of their own, in a temporary folder, as a user who is not root.
needs_postgres() {
  case " ${lanes[*]} " in *" unit "*) ;; *) return 1 ;; esac
  ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && ! command -v initdb >/dev/null
}
if needs_postgres; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "test.sh: PostgreSQL is needed and is not here. Install it (on Debian, as root: apt-get install postgresql), then run ./test.sh again." >&2
    exit 2
  fi
  echo "test.sh: installs Debian's PostgreSQL."
  # Debian would make and start a cluster of its own; the tests want none.
  mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/mesopen-tests.conf
  if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends postgresql; } >/dev/null || needs_postgres; then
    echo "test.sh: PostgreSQL could not be installed by apt-get. Install it (apt-get install postgresql), then run ./test.sh again." >&2
    exit 2
  fi
fi

# The console is tried in a real browser.
needs_chromium() {
  case " ${lanes[*]} " in *" e2e "*) ;; *) return 1 ;; esac
  [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null
}
if needs_chromium; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "test.sh: Chromium is needed and is not here. Install it (on Debian, as root: apt-get install chromium), or set CHROMIUM to its path." >&2
    exit 2
  fi
  echo "test.sh: installs Debian's Chromium."
  if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends chromium; } >/dev/null || needs_chromium; then
    echo "test.sh: Chromium could not be installed by apt-get. Install it (apt-get install chromium), then run ./test.sh again." >&2
    exit 2
  fi
fi

configuration=Release
passed=0 failed=0 skipped=0 broken=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
mkdir -p artifacts/reports
hil=artifacts/bin/MesoPen.Hil/release/mesopen-hil

if ! dotnet build MesoPen.sln -c "$configuration" -v quiet --nologo; then
  echo "test.sh: the build failed; no test was run." >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# Runs an xunit program and adds up what its summary says.
unit() {
  local project=$1
  shift
  unit_of "$project" "artifacts/bin/$project/release/$project" -noColor "$@"
}

# The same of a command that ends with such a summary.
unit_of() {
  local project=$1 log="$logs/$1.log" status summary bad skip
  shift
  # A shell that runs this in the background makes its children ignore SIGINT; some tests send it.
  env --default-signal=INT,QUIT "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  summary=$(grep -E 'Total: +[0-9]+, Errors: +[0-9]+, Failed: +[0-9]+, Skipped: +[0-9]+' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: +([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -z "$summary" ]; then
    echo "test.sh: $project ended without a summary (exit code $status)." >&2
    failed=$((failed + 1))
    return
  fi
  bad=$(($(count Failed) + $(count Errors)))
  skip=$(($(count Skipped) + $(count 'Not Run')))
  passed=$((passed + $(count Total) - bad - skip))
  failed=$((failed + bad))
  skipped=$((skipped + skip))
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    broken=1
  fi
}

# Runs a verb of mesopen-hil and adds up what its closing line says.
hil() {
  local log="$logs/hil.log" status closing begun=$SECONDS
  echo "mesopen-hil $*"
  env --default-signal=INT,QUIT "$hil" "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  echo "  took $((SECONDS - begun)) s"
  closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1)
  if [ -z "$closing" ]; then
    echo "test.sh: mesopen-hil $1 ended without a closing line (exit code $status)." >&2
    failed=$((failed + 1))
    return
  fi
  read -r p _ f _ s _ <<<"$closing"
  passed=$((passed + p))
  failed=$((failed + f))
  skipped=$((skipped + s))
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then
    broken=1
  fi
}

# Runs a script of the console's package and adds up what its report in JSON says, by the names that the runner gives its counts.
console() {
  local script=$1 report=$2 good=$3 bad=$4 skip=$5 status begun=$SECONDS
  rm -f "$report"
  npm --prefix src/MesoPen.Console run --silent "$script"
  status=$?
  echo "  took $((SECONDS - begun)) s"
  if [ ! -s "$report" ]; then
    echo "test.sh: $script ended without a report (exit code $status)." >&2
    failed=$((failed + 1))
    return
  fi
  count() { node -e 'const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); console.log(process.argv[2].split("+").reduce((sum, path) => sum + path.split(".").reduce((at, name) => at?.[name] ?? 0, r), 0))' "$report" "$1"; }
  passed=$((passed + $(count "$good")))
  failed=$((failed + $(count "$bad")))
  skipped=$((skipped + $(count "$skip")))
  if [ "$status" -ne 0 ] && [ "$(count "$bad")" -eq 0 ]; then
    broken=1
  fi
}

# Runs what needs GPIO lines in a guest that has simulated ones. Where there can be no such guest, the lane is skipped and says why.
gpio() {
  local lane=tests/MesoPen.Gpio.Tests/Lane kernel begun=$SECONDS
  if ! kernel=$("$lane/kernel.sh" 2>"$logs/kernel.log"); then
    cat "$logs/kernel.log" >&2
    echo "gpio lane skipped: $(tail -n 1 "$logs/kernel.log")"
    skipped=$((skipped + 1))
    return
  fi
  cat "$logs/kernel.log" >&2
  mkdir -p "$logs/guest"
  # In real time: nothing in them depends on how late something comes.
  unit_of MesoPen.Gpio.Tests.guest "$lane/guest-run.sh" "$kernel" "$logs/guest" "$lane/tests.sh" real
  echo "  took $((SECONDS - begun)) s"
}

for lane in "${lanes[@]}"; do
  case "$lane" in
    unit)
      unit MesoPen.Kernel.Tests "$@"
      unit MesoPen.Gpio.Tests -trait- Needs=chip "$@"
      unit MesoPen.Tests "$@"
      ;;
    scenarios) hil run tests/scenarios --seeds 1-200 --junit artifacts/reports/scenarios.xml --summary artifacts/reports/scenarios.md ;;
    grid) hil grid --check docs/safety/grid.md ;;
    pty) hil run tests/scenarios --level pty --junit artifacts/reports/pty.xml ;;
    defects) hil defects --check ;;
    console)
      npm --prefix src/MesoPen.Console run --silent check || broken=1
      console test artifacts/reports/console.json numPassedTests numFailedTests numPendingTests+numTodoTests
      ;;
    gpio) gpio ;;
    e2e) console e2e artifacts/reports/e2e.json stats.expected+stats.flaky stats.unexpected stats.skipped ;;
  esac
done

if [ "$broken" -ne 0 ]; then
  echo "test.sh: a test program failed outside of its tests." >&2
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
