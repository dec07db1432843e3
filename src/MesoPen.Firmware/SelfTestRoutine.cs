namespace MesoPen.Firmware;

/// <summary>
/// Moves the needle a little way out and back: encoder and home switch must agree with the command, and the plunger must not
/// move. The axes' own checks run throughout; whatever they find while the test runs makes it fail.
/// </summary>
internal sealed class SelfTestRoutine(DeviceConfiguration configuration, Needle needle, Plunger plunger)
{
    /// <summary>Furthest that the test sends the needle by its encoder, µm: the protocol page's figure.</summary>
    internal const int ReachUm = 500;

    private Phase _phase;
    private long _plungerSteps;

    private enum Phase
    {
        None,
        Homing,
        Out,
        Back,
    }

    /// <summary>What a tick of the test found.</summary>
    internal enum Finding
    {
        /// <summary>No test runs, or it goes on.</summary>
        Nothing,

        /// <summary>The test ended well.</summary>
        Passed,

        /// <summary>The test ended badly.</summary>
        Failed,
    }

    /// <summary>Whether a test is under way.</summary>
    internal bool Active => _phase != Phase.None;

    /// <summary>Begins; the needle may first have to come home.</summary>
    internal void Start()
    {
        _phase = Phase.Homing;
        _plungerSteps = plunger.PositionSteps;
    }

    /// <summary>Gives up without a finding.</summary>
    internal void Cancel() => _phase = Phase.None;

    /// <summary>Goes on.</summary>
    internal Finding Advance(long nowMs)
    {
        switch (_phase)
        {
            case Phase.Homing when needle.AtHome:
                _phase = Phase.Out;
                needle.Extend(Math.Min(ReachUm, configuration.DepthMaxUm) - needle.OffsetUm, nowMs);
                return Finding.Nothing;
            case Phase.Out when needle.Arrived:
                // A home switch that stays closed with the needle out would hide a needle that never comes back.
                _phase = needle.Home ? Phase.None : Phase.Back;
                needle.Retract(nowMs);
                return Active ? Finding.Nothing : Finding.Failed;
            case Phase.Back when needle.AtHome:
                _phase = Phase.None;
                return plunger.PositionSteps == _plungerSteps ? Finding.Passed : Finding.Failed;
            default:
                return Finding.Nothing;
        }
    }
}
