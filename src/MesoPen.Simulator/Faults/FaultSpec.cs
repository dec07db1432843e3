namespace MesoPen.Simulator;

/// <summary>One fault asked for: which, when, how long. See <see cref="Grammar"/>.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">Its value in the kind's unit.</param>
/// <param name="Trigger">What it begins with.</param>
public sealed record FaultSpec(FaultKind Kind, int Value, FaultTrigger Trigger)
{
    /// <summary>How a fault is written.</summary>
    public const string Grammar =
        "NAME[=VALUE][@now | @t=5s | @shot=7[.PHASE] | @message=MESSAGE[#2] | @boot=2][+20ms][,for=2s][,late=500ms][,byte=17][,bit=3]";

    /// <summary>Later than its trigger by this, ms.</summary>
    public int PlusMs { get; init; }

    /// <summary>Lasts this long, ms; null is for ever.</summary>
    public int? ForMs { get; init; }

    /// <summary>For kinds that let a frame come later: the most, and with <c>@message</c> exactly, ms.</summary>
    public int LateMs { get; init; }

    /// <summary>Which byte of the frame is flipped, or how many arrive, from 0; null is drawn.</summary>
    public int? ByteAt { get; init; }

    /// <summary>Which bit of that byte is flipped, 0 is the lowest; null is drawn.</summary>
    public int? Bit { get; init; }

    /// <summary>As it was written.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it spoils one frame, for certain, and nothing else.</summary>
    public bool SpoilsOneFrame => Kind.Frame is not null && Trigger is FaultTrigger.Message;

    /// <summary>Reads one. Throws <see cref="SimulatorInputException"/> with a sentence; for an unknown name it lists those allowed.</summary>
    public static FaultSpec Parse(string text) => Parse(text, "--fault");

    /// <summary>Reads one. Throws <see cref="SimulatorInputException"/> with a sentence; for an unknown name it lists those allowed.</summary>
    /// <param name="text">The fault.</param>
    /// <param name="source">Where it stood, with which the sentence begins.</param>
    public static FaultSpec Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FaultSpecReader(text, source).Read();
    }

    /// <summary>Refuses what the simulator cannot do by itself. Throws <see cref="SimulatorInputException"/>.</summary>
    /// <param name="hands">Who holds the device.</param>
    public void RequireInSimulator(OperatorPace hands)
    {
        if (!Kind.InSimulator)
        {
            throw new SimulatorInputException(
                $"--fault {Text}: {Kind.Name} happens to the host, of which the simulator knows nothing; the test runner alone can do it.");
        }

        if (hands == OperatorPace.Off && Kind.Group == FaultGroup.Operator && Kind.Name != FaultCatalogue.CartridgeOut)
        {
            throw new SimulatorInputException($"--fault {Text}: nobody holds the device (--operator off), so {Kind.Name} could do nothing.");
        }
    }
}
