#!/usr/bin/env bash
# Prints the path of a user-mode Linux kernel with simulated GPIO lines. Built once from Debian's linux-source and kept outside the
# repository, in a folder named for what it is made of: the source package's version, the configuration and this file.
# Says on standard error what it does. Exit code 3: it cannot be had here, and the last line of standard error says why.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

no() { echo "$*" >&2; exit 3; }

[ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ] || no "user-mode Linux is built for Linux on x86-64 only, and this is $(uname -s) on $(uname -m)"

source=linux-source-6.1
tools=(flex bison bc gcc make xz kmod)
packages=("$source" flex bison bc gcc libc6-dev make xz-utils kmod libelf-dev libssl-dev)
version=$(dpkg-query -W -f '${Version}' "$source" 2>/dev/null || true)
# The newest kernel that was built from these files serves where the source package is gone again.
recipe=$(cat "$here/kernel.config" "$here/kernel.sh" | sha256sum | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mesopen/gpio-kernel
if [ -z "$version" ]; then
  kept=$(ls -t "$cache"/*-"$recipe"/linux 2>/dev/null | head -n 1 || true)
  [ -z "$kept" ] || { echo "$kept"; exit 0; }
else
  kept="$cache/$version-$recipe/linux"
  [ ! -x "$kept" ] || { echo "$kept"; exit 0; }
fi

missing=
for tool in "${tools[@]}"; do command -v "$tool" >/dev/null || missing="$missing $tool"; done
if [ -z "$version" ] || [ -n "$missing" ] || [ ! -e /usr/include/libelf.h ]; then
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || no "Debian's $source and a compiler are needed to build the kernel (as root: apt-get install ${packages[*]})"
  echo "gpio lane: installs Debian's $source and what builds it." >&2
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "${packages[@]}"; } >/dev/null 2>&1 \
    || no "apt-get could not install ${packages[*]}"
  version=$(dpkg-query -W -f '${Version}' "$source")
fi

kept="$cache/$version-$recipe"
[ ! -x "$kept/linux" ] || { echo "$kept/linux"; exit 0; }
archive=$(ls /usr/src/"$source".tar.* 2>/dev/null | head -n 1)
[ -n "$archive" ] || no "$source is installed, but its archive is not in /usr/src"
mkdir -p "$cache"
work=$(mktemp -d "$cache/build.XXXXXX")
trap 'rm -rf "$work"' EXIT
begun=$SECONDS
echo "gpio lane: builds a kernel from $source $version; this happens once and takes a few minutes." >&2
tar -xf "$archive" -C "$work" --strip-components=1
cd "$work"
change() { # file, a whole line of it, what the line is to be
  grep -qxF -- "$2" "$1" || no "$source $version: $1 no longer holds the line '$2'"
  awk -v old="$2" -v new="$3" '{ print $0 == old ? new : $0 }' "$1" >"$1.new"
  mv "$1.new" "$1"
}
tab=$'\t'
# Processors with AMX save more floating-point state than this kernel makes room for.
change arch/x86/um/user-offsets.c "${tab}DEFINE_LONGS(HOST_FP_SIZE, 2696);" "${tab}DEFINE_LONGS(HOST_FP_SIZE, 11008);"
# Simulated lines need interrupts of their own.
change arch/um/include/asm/irq.h "#define NR_IRQS${tab}${tab}${tab}UM_LAST_SIGNAL_IRQ" "#define NR_IRQS (UM_LAST_SIGNAL_IRQ + 64)"
# At a hundred ticks a second an edge would take 10 ms.
sed -i '/^config HZ$/,/^$/ s/default 100$/default 1000/' arch/um/Kconfig
grep -q 'default 1000$' arch/um/Kconfig || no "$source $version: arch/um/Kconfig no longer holds the default of HZ"

log="$cache/build.log"
{
  make -s ARCH=um tinyconfig
  ./scripts/kconfig/merge_config.sh -m .config "$here/kernel.config"
  make -s ARCH=um olddefconfig
} >"$log" 2>&1 || no "the kernel could not be configured; see $log"
while read -r wanted; do
  grep -qxF "$wanted" .config || no "$source $version does not take '$wanted'"
done < <(grep -E '^CONFIG_' "$here/kernel.config")
make -s ARCH=um -j"$(nproc)" linux >>"$log" 2>&1 || no "the kernel did not build; see $log"
strip linux
mkdir -p "$kept.new"
mv linux "$kept.new/linux"
cp .config "$kept.new/config"
rm -rf "$kept"
mv "$kept.new" "$kept"
echo "gpio lane: the kernel took $((SECONDS - begun)) s to build." >&2
echo "$kept/linux"
