using System.Text;
using System.Text.Json;
using MesoPen.Firmware;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>A plant on a bench, driven by hand as a firmware would, with its truth lines kept.</summary>
internal sealed class Bench
{
    internal Bench(string profileId = "gun-5")
    {
        Profile = ProfileReader.Open(profileId);
        Plant = new Plant(Profile);
    }

    internal DeviceProfile Profile { get; }

    internal Plant Plant { get; }

    internal List<JsonElement> Truth { get; } = [];

    internal int PeakKpa { get; private set; }

    internal void Step(int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            Plant.Step();
            PeakKpa = Math.Max(PeakKpa, Plant.PressureKpa);
            Truth.AddRange(TruthText.Lines(Encoding.UTF8.GetString(Plant.Lines.Due.Span)));
            Plant.Lines.Taken();
        }
    }

    internal void Until(Func<bool> condition)
    {
        for (int i = 0; i < 10_000; i++)
        {
            if (condition())
            {
                return;
            }

            Step(1);
        }

        Assert.Fail("The plant did not get there within 10 s.");
    }

    internal void Push(long volumeNl)
    {
        DeviceMechanics m = Profile.Mechanics;
        Plant.DrivePlunger(Plant.PlungerSteps + (volumeNl * m.PlungerStepsPerMl / 1_000_000), (int)(m.FlowNlPerS * m.PlungerStepsPerMl / 1_000_000));
    }

    /// <summary>Fills the line and waits until nothing drips.</summary>
    internal void Prime()
    {
        Push(Profile.Plant.Head.DeadVolumeNl * 2L);
        Step(5000);
        Assert.True(Plant.AtRest);
    }

    /// <summary>One shot as the firmware's sequence would do it, up to the needle home.</summary>
    internal void Shoot(uint shot, int depthUm, int doseNl)
    {
        DeviceMechanics m = Profile.Mechanics;
        Plant.PressMn = 5000;
        Plant.TraceShot(shot);
        Plant.DriveNeedle(depthUm, m.NeedleOutUmPerS);
        Until(() => Plant.NeedleUm == depthUm);
        Step(m.SettleMs);
        long target = Plant.PlungerSteps + ((long)doseNl * m.PlungerStepsPerMl / 1_000_000);
        Push(doseNl);
        Until(() => Plant.PlungerSteps == target);
        Step(m.DwellMs);
        Plant.DriveNeedle(0, m.NeedleBackUmPerS);
        Until(() => Plant.NeedleHome && Plant.NeedleUm == 0);
        Step(2);
    }

    /// <summary>What came in less what is anywhere, nL: 0 if nothing was made or lost.</summary>
    internal double Imbalance() => Plant.LoadedNl - Plant.CartridgeNl - Plant.HeldNl - Plant.OutNl - Plant.DiscardedNl;

    internal JsonElement Shot(uint shot) => Assert.Single(Truth, line => line.TryGetProperty("depth_um", out _) && line.Number("shot") == shot);
}
