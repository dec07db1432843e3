using MesoPen.Firmware;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class OperatorTests
{
    [Fact]
    public void Operator_with_the_lamp_dark_touches_nothing()
    {
        // Aim: nobody presses without a permit shown.
        Hands hands = new(OperatorPace.Auto);
        hands.Run(5000);
        Assert.Equal(0, hands.Presses);
        Assert.Equal(0, hands.Contacts);
    }

    [Fact]
    public void Operator_off_never_acts()
    {
        // Aim: switched off, the device is nobody's.
        Hands hands = new(OperatorPace.Off);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(5000);
        Assert.Equal(0, hands.Presses);
    }

    [Theory]
    [InlineData(OperatorPace.Auto, 30, 50)]
    [InlineData(OperatorPace.Fast, 80, 95)]
    public void Single_shots_come_one_a_press_at_the_operator_s_pace(OperatorPace pace, int least, int most)
    {
        // Aim: over 10 s a person treats 3 to 5 points a second, the fast one 8 to 9.5, each with a press and a contact of its own.
        Hands hands = new(pace);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(10_000);
        Assert.InRange(hands.Strokes, least, most);
        Assert.InRange(hands.Presses - hands.Strokes, 0, 1);
        Assert.InRange(hands.Contacts - hands.Strokes, 0, 1);
        Assert.InRange(hands.LightestMn, hands.Constants.ContactForceMinMn, hands.Constants.ContactForceMaxMn);
    }

    [Fact]
    public void Repeat_holds_the_trigger_and_dabs()
    {
        // Aim: one press, a new contact for each shot.
        Hands hands = new(OperatorPace.Auto, TriggerMode.Repeat);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(5000);
        Assert.Equal(1, hands.Presses);
        Assert.True(hands.Contacts > 10);
    }

    [Fact]
    public void Continuous_holds_trigger_and_contact_and_glides()
    {
        // Aim: one press, one contact, and the head moves on with every shot.
        Hands hands = new(OperatorPace.Auto, TriggerMode.Continuous);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(3000);
        Assert.Equal(1, hands.Presses);
        Assert.Equal(1, hands.Contacts);
        Assert.True(hands.Strokes > 10);
        Assert.True(hands.Operator.Position is { XUm: > 0 } or { YUm: > 0 });
    }

    [Fact]
    public void Dark_lamp_makes_a_person_let_go_after_their_reaction_time()
    {
        // Aim: a trigger is held through a stop for as long as a person takes, then it and the head come off.
        Hands hands = new(OperatorPace.Auto, TriggerMode.Continuous);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(2000);
        hands.Lamp(armed: false, zone: 0, mustRelease: true);
        hands.Run(150);
        Assert.True(hands.Plant.Trigger);
        hands.Run(300);
        Assert.False(hands.Plant.Trigger);
        Assert.False(hands.Plant.Contact);
    }

    [Fact]
    public void Other_zone_on_the_lamp_is_gone_to_before_the_next_press()
    {
        // Aim: with another zone shown, the trigger is released and pressed again only after the way there.
        Hands hands = new(OperatorPace.Auto);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(3000);
        int before = hands.Presses;
        hands.Lamp(armed: true, zone: 4, mustRelease: true);
        hands.Run(400);
        hands.Lamp(armed: true, zone: 4, mustRelease: false);
        hands.Run(500);
        Assert.Equal(before, hands.Presses);
        hands.Run(2000);
        Assert.True(hands.Presses > before);
    }

    [Fact]
    public void Cartridge_that_the_device_asks_for_is_put_in_after_a_while()
    {
        // Aim: the operator changes a cartridge when asked, not before a person could have, and once.
        Hands hands = new(OperatorPace.Auto);
        hands.Run(10_000);
        Assert.Equal(1u, hands.Plant.CartridgeId);
        hands.AsksForCartridge = true;
        hands.Run(hands.Constants.CartridgeChangeMs - 1);
        Assert.Equal(1u, hands.Plant.CartridgeId);
        hands.Run(10);
        hands.AsksForCartridge = false;
        hands.Run(10_000);
        Assert.Equal(2u, hands.Plant.CartridgeId);
    }

    [Fact]
    public void Same_seed_moves_the_same_way_and_another_does_not()
    {
        // Aim: all chance comes from the seed.
        Assert.Equal(Trace(5), Trace(5));
        Assert.NotEqual(Trace(5), Trace(6));
    }

    private static string Trace(ulong seed)
    {
        Hands hands = new(OperatorPace.Auto, TriggerMode.Single, seed);
        hands.Lamp(armed: true, zone: 3, mustRelease: false);
        hands.Run(3000);
        return string.Join(',', hands.PressTimes);
    }

    /// <summary>An operator on a plant whose "firmware" shoots whenever contact, trigger and mode ask for it.</summary>
    private sealed class Hands
    {
        private readonly TriggerMode _mode;
        private readonly IActuators _actuators;
        private readonly int _intervalMs;
        private bool _fresh = true;
        private int _strokeMs = -1;
        private long _lastMs = -1000;

        internal Hands(OperatorPace pace, TriggerMode mode = TriggerMode.Single, ulong seed = 1)
        {
            DeviceProfile profile = ProfileReader.Open("gun-5");
            Plant = new Plant(profile);
            _actuators = Plant;
            Constants = profile.Plant.Operator;
            Operator = new Operator(Constants, pace, seed);
            _mode = mode;
            _intervalMs = profile.Caps.MinIntervalMs;
        }

        internal Plant Plant { get; }

        internal Operator Operator { get; }

        internal OperatorConstants Constants { get; }

        internal const int DoseNl = 20_000;

        internal int Presses { get; private set; }

        internal int Contacts { get; private set; }

        internal int LightestMn { get; private set; } = int.MaxValue;

        internal bool AsksForCartridge { get; set; }

        internal long Strokes => Plant.Strokes;

        internal List<long> PressTimes { get; } = [];

        internal void Lamp(bool armed, ushort zone, bool mustRelease) => _actuators.Lamp(armed, zone, mustRelease);

        internal void Run(int ms)
        {
            for (int i = 0; i < ms; i++)
            {
                (bool pressed, bool contact) = (Plant.Trigger, Plant.Contact);
                Operator.Step(Plant, new DeviceDisplay(_mode, AsksForCartridge));
                if (Plant.Trigger && !pressed)
                {
                    Presses++;
                    PressTimes.Add(Plant.Ms);
                }

                Contacts += Plant.Contact && !contact ? 1 : 0;
                LightestMn = Plant.PressMn > 0 ? Math.Min(LightestMn, Plant.PressMn) : LightestMn;
                _fresh |= (_mode == TriggerMode.Single && !Plant.Trigger) || (_mode == TriggerMode.Repeat && !Plant.Contact) || _mode == TriggerMode.Continuous;
                Shoot();
                Plant.Step();
                Plant.Lines.Taken();
            }
        }

        private void Shoot()
        {
            if (_strokeMs < 0)
            {
                bool asked = Plant.Lamp is { Armed: true, MustRelease: false } && Plant.Trigger && Plant.Contact && _fresh;
                if (!asked || Plant.Ms - _lastMs < _intervalMs)
                {
                    return;
                }

                _fresh = false;
                _lastMs = Plant.Ms;
                _strokeMs = 0;
                Plant.TraceShot((uint)Strokes + 1);
                Plant.DriveNeedle(1000, 60_000);
            }

            switch (_strokeMs++)
            {
                case 30:
                    Plant.DrivePlunger(Plant.PlungerSteps + (DoseNl / 50), 16_000);
                    break;
                case 80:
                    Plant.DriveNeedle(0, 80_000);
                    break;
                case > 85 when Plant.NeedleHome:
                    _strokeMs = -1;
                    break;
            }
        }
    }
}
