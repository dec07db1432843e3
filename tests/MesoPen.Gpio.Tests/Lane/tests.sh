# In the guest: every test that needs a chip. One at a time, since they share the one machine.
exec artifacts/bin/MesoPen.Gpio.Tests/release/MesoPen.Gpio.Tests -trait Needs=chip -noColor -parallel none
