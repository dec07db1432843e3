#!/bin/bash
# The first process of the guest: mounts what a program expects, does what the file named by MESOPEN_DO says, and ends. What it says goes to MESOPEN_OUT of
# the machine outside. Every file but those in memory and in MESOPEN_OUT is the machine's own, to be read only.
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t configfs configfs /sys/kernel/config
mount -t tmpfs tmpfs /mnt
mkdir -p /mnt/out /mnt/tmp
mount -t hostfs none /mnt/out -o "$MESOPEN_OUT"
ln -sf /proc/self/fd /dev/fd
ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null
export HOME=/mnt/tmp TMPDIR=/mnt/tmp PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
export DOTNET_ROOT=$MESOPEN_DOTNET DOTNET_EnableDiagnostics=0 DOTNET_TieredPGO=0 DOTNET_NOLOGO=1
cd "$MESOPEN_HERE" || exit
bash "$MESOPEN_DO" "$MESOPEN_ARGUMENT" >/mnt/out/log 2>&1
echo $? >/mnt/out/rc
# The kernel ends with its first process.
exit 0
