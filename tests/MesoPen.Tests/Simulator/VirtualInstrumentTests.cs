using System.Buffers;
using System.Globalization;
using System.Text;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>What stands beside the simulated gun sees what the gun really does, whatever the gun says of itself.</summary>
public sealed class VirtualInstrumentTests
{
    /// <summary>What a nanolitre of water of 20 °C weighs in air of 20 °C and 1,013 hPa, ng (ISO/TR 20461: Z = 1.0029).</summary>
    private const double NgPerNl = 1e3 / 1.0029;

    [Fact]
    public void Water_weighs_what_the_table_says()
    {
        // Aim: Z of ISO/TR 20461 at 1,013 hPa: 1.0025 at 18 °C, 1.0029 at 20 °C, 1.0031 at 21 °C, 1.0040 at 25 °C.
        foreach ((int milliC, double z) in new[] { (18_000, 1.0025), (20_000, 1.0029), (21_000, 1.0031), (25_000, 1.0040) })
        {
            double shown = Water.ShownNgPerNl(new BalanceOptions { WaterMilliC = milliC, AirMilliC = milliC, PressurePa = 101_300 });
            Assert.InRange(1000 / shown, z - 0.00006, z + 0.00006);
        }

        Assert.InRange(Water.Density(20), 998.2065, 998.2070);
        foreach (double x in new[] { -40, -3, -0.01, 0, 0.5, 1, 1.22, 9 })
        {
            Assert.Equal(Math.Exp(x), Exponential.Of(x), Math.Exp(x) * 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42_000)]
    [InlineData(-60_000)]
    public void Pan_holds_what_left_the_tips_and_not_what_the_encoder_counted(int ppm)
    {
        // Aim: mass is volume times density; a scale error changes the volume for each step in the machine, not in what the encoder says.
        Plant plant = new(ProfileReader.Open("gun-5"), new PlantErrors { PlungerPpm = ppm });
        Talk balance = new(VirtualInstrument.Balance(new BalanceOptions(), plant), plant);
        balance.Push(200_000);
        long steps = plant.PlungerSteps;
        long before = balance.Ng();
        balance.Push(400_000);
        long after = balance.Ng();
        Assert.Equal(8000, plant.PlungerSteps - steps);
        double expected = 400_000 * (1 + (ppm / 1e6)) * NgPerNl;
        Assert.InRange(after - before, expected - 250_000, expected + 250_000);
        Assert.Equal(0, plant.LoadedNl - plant.CartridgeNl - plant.HeldNl - plant.OutNl - plant.DiscardedNl, 1e-3);
    }

    [Fact]
    public void Shot_in_skin_does_not_land_in_the_vessel()
    {
        // Aim: the balance sees what falls, not what is injected.
        Plant plant = new(ProfileReader.Open("gun-5"));
        Talk balance = new(VirtualInstrument.Balance(new BalanceOptions(), plant), plant);
        balance.Push(100_000);
        long before = balance.Ng();
        plant.PressMn = 5000;
        plant.DriveNeedle(1500, 60_000);
        balance.Step(200);
        balance.Push(20_000);
        Assert.Equal(before, balance.Ng());
        Assert.True(plant.OutNl > plant.FallenNl + 15_000);
    }

    [Fact]
    public void Evaporation_drift_and_charge_are_what_was_asked_for()
    {
        // Aim: 0.3 mg/h and a wandering zero over two hours; a charge after a delivery that is gone a minute later.
        Plant plant = new(ProfileReader.Open("gun-5"));
        BalanceOptions room = new() { EvaporationNgPerH = 300_000, ReadabilityNg = 1_000 };
        Talk balance = new(VirtualInstrument.Balance(room, plant), plant);
        long before = balance.Ng();
        balance.Step(7_200_000);
        Assert.InRange(balance.Ng() - before, -602_000, -599_000);
        Talk drifting = new(VirtualInstrument.Balance(room with { EvaporationNgPerH = 0, DriftNgPerH = 50_000 }, plant), plant);
        before = drifting.Ng();
        drifting.Step(3_600_000);
        Assert.InRange(drifting.Ng() - before, 49_000, 52_000);
        Talk charged = new(VirtualInstrument.Balance(new BalanceOptions { StaticNg = 5_000_000 }, plant), plant);
        plant.DrivePlunger(plant.PlungerSteps + 2000, 16_000);
        charged.Step(400);
        long during = charged.Ng(asked: "SI");
        charged.Step(60_000);
        Assert.InRange(during - charged.Ng(), 1_000_000, 8_000_000);
    }

    [Fact]
    public void Repeatability_is_that_of_independent_weighings()
    {
        // Aim: a standard deviation of 0.02 mg between weighings half a minute apart, and no movement within one reading of a second.
        Plant plant = new(ProfileReader.Open("gun-5"));
        Talk balance = new(VirtualInstrument.Balance(new BalanceOptions { NoiseNg = 20_000, ReadabilityNg = 1_000, Seed = 3 }, plant), plant);
        List<double> read = [];
        for (int i = 0; i < 400; i++)
        {
            read.Add(balance.Ng());
            balance.Step(30_000);
        }

        double mean = read.Average();
        double deviation = Math.Sqrt(read.Sum(each => (each - mean) * (each - mean)) / (read.Count - 1));
        Assert.InRange(deviation, 17_500, 22_500);
        double successive = Math.Sqrt(read.Zip(read.Skip(1), (a, b) => (b - a) * (b - a)).Average() / 2);
        Assert.InRange(successive, 17_500, 22_500);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(60, 0)]
    [InlineData(60, 25)]
    [InlineData(0, -30)]
    public void Gauge_sees_the_tip_with_its_play_and_its_offset(int backlashUm, int offsetUm)
    {
        // Aim: on the way out the tip lags by the play, on the way back it does not; the offset is there once home is left; the encoder says neither.
        Plant plant = new(ProfileReader.Open("gun-5"), new PlantErrors { NeedleBacklashUm = backlashUm, NeedleOffsetUm = offsetUm });
        Talk gauge = new(VirtualInstrument.Gauge(new GaugeOptions { Protocol = GaugeProtocol.Mahr }, plant), plant);
        Assert.Equal(0, gauge.Nm());
        gauge.Needle(2000);
        Assert.Equal(2000, plant.NeedleUm);
        Assert.Equal((2000 - backlashUm + offsetUm) * 1000L, gauge.Nm());
        gauge.Needle(3000);
        gauge.Needle(2000);
        Assert.Equal((2000 + offsetUm) * 1000L, gauge.Nm());
        gauge.Needle(0);
        Assert.Equal(0, gauge.Nm());
    }

    [Fact]
    public void Errors_beyond_all_calibrating_are_refused()
    {
        // Aim: bad input is one sentence, on the command line as in a test.
        Assert.Throws<SimulatorInputException>(() => new Plant(ProfileReader.Open("gun-5"), new PlantErrors { PlungerPpm = 600_000 }));
        Assert.Throws<SimulatorInputException>(() => new Plant(ProfileReader.Open("gun-5"), new PlantErrors { NeedleBacklashUm = -1 }));
    }

    [Fact]
    public void Same_seed_gives_the_same_bytes()
    {
        // Aim: everything that disturbs follows from the seed and the time.
        Assert.Equal(Transcript(7), Transcript(7));
        Assert.NotEqual(Transcript(7), Transcript(8));
    }

    [Theory]
    [InlineData("--balance", "mt-sics", "Give one of --balance-pty PATH and --balance-tcp HOST:PORT")]
    [InlineData("--balance", "postal", "allowed: mt-sics, sbi, sbi-22, radwag")]
    [InlineData("--balance-pty", "b", "say which balance")]
    [InlineData("--gauge", "ruler", "allowed: mitutoyo, mahr, starrett")]
    [InlineData("--plant-error", "plunger=4", "there is no 'plunger'")]
    [InlineData("--plant-error", "plunger_ppm=x", "needs a whole number")]
    [InlineData("--plant-error", "plunger_ppm=900000", "at most 500000 ppm")]
    public void Arguments_that_make_no_sense_end_with_2(string option, string value, string why)
    {
        // Aim: each mistake in a sentence that says what is allowed.
        using StringWriter output = new();
        using StringWriter error = new();
        Assert.Equal(2, SimulatorCommand.Run(["--profile", "gun-5", "--tcp", "127.0.0.1:0", option, value], output, error, TimeProvider.System));
        Assert.Contains(why, error.ToString(), StringComparison.Ordinal);
    }

    private static string Transcript(ulong seed)
    {
        Plant plant = new(ProfileReader.Open("gun-5"));
        BalanceOptions room = new()
        {
            Seed = seed, NoiseNg = 30_000, VibrationNg = 500_000, StaticNg = 100_000,
            ParityPermille = 100, UnstablePermille = 50, OverloadPermille = 20,
        };
        Talk balance = new(VirtualInstrument.Balance(room, plant), plant);
        balance.Push(100_000);
        for (int i = 0; i < 200; i++)
        {
            balance.Ask("SI\r\n");
            balance.Step(137);
        }

        return balance.Heard;
    }

    /// <summary>Speaks to an instrument and lets its time pass.</summary>
    private sealed class Talk(VirtualInstrument instrument, Plant plant)
    {
        private readonly ArrayBufferWriter<byte> _said = new();

        public string Heard => Encoding.Latin1.GetString(_said.WrittenSpan);

        public void Ask(string order) => instrument.Receive(Encoding.Latin1.GetBytes(order), _said);

        public void Step(int ms)
        {
            for (int i = 0; i < ms; i++)
            {
                plant.Step();
                instrument.Step(_said);
            }
        }

        public void Push(int volumeNl)
        {
            plant.DrivePlunger(plant.PlungerSteps + (volumeNl * 20_000L / 1_000_000), 16_000);
            Step(8000);
        }

        public void Needle(int um)
        {
            plant.DriveNeedle(um, 60_000);
            Step(500);
        }

        /// <summary>The weight, once it is at rest.</summary>
        public long Ng(string asked = "S")
        {
            _said.ResetWrittenCount();
            Ask(asked + "\r\n");
            Step(10_001);
            string[] fields = Heard.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(("S", "g"), (fields[0], fields[^1]));
            return (long)(decimal.Parse(fields[2], CultureInfo.InvariantCulture) * 1_000_000_000);
        }

        public long Nm()
        {
            _said.ResetWrittenCount();
            Ask("?\r");
            return (long)(decimal.Parse(Heard.Split(' ')[0], CultureInfo.InvariantCulture) * 1_000_000);
        }
    }
}
