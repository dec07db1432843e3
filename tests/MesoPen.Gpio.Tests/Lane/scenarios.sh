# In the guest: a scenario of tests/scenarios with real processes, the gun on simulated lines. mesopen-hil looks for the gun beside itself; in a copy of its folder
# it finds mesopen-lines there, which takes the same command line.
farm=/mnt/tmp/hil
mkdir -p "$farm"
# Copies and not links: a program looks beside the file that a link leads to.
cp -r "$PWD"/artifacts/bin/MesoPen.Hil/release/. "$farm"
rm "$farm/mesopen-sim"
cat >"$farm/mesopen-sim" <<END
#!/bin/bash
exec "$PWD/artifacts/bin/MesoPen.Gpio.Rig/release/mesopen-lines" "\$@"
END
chmod +x "$farm/mesopen-sim"
exec "$farm/mesopen-hil" run --jobs 1 "$1" --level pty
