using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// When a pressed trigger asks for a shot. Single: once a press. Repeat: once for each contact with the skin. Continuous: always.
/// A trigger that was held while the permit under it changed asks for nothing until it was released.
/// </summary>
internal sealed class TriggerLogic
{
    private Debounce _trigger;
    private Debounce _contact;
    private bool _touched;
    private bool _pressUsed;
    private bool _contactUsed;
    private long _unusedSinceMs;

    /// <summary>The mode that is set; single after a boot.</summary>
    internal TriggerMode Mode { get; set; }

    /// <summary>Whether the trigger is pressed.</summary>
    internal bool Pressed => _trigger.Value;

    /// <summary>Whether the head touches skin, by the debounced switch.</summary>
    internal bool Contact => _contact.Value;

    /// <summary>Whether the trigger was held while the permit under it changed, and must be released before it counts.</summary>
    internal bool MustRelease { get; private set; }

    /// <summary>Takes samples of both switches.</summary>
    /// <param name="senses">This tick's readings.</param>
    /// <param name="permitLive">Whether a permit is live that could use the press.</param>
    /// <param name="nowMs">The clock.</param>
    internal void Sample(in Senses senses, bool permitLive, long nowMs)
    {
        _trigger.Sample(senses.Trigger, nowMs);
        _contact.Sample(senses.Contact, nowMs);
        _touched = senses.Trigger;
        if (!Pressed)
        {
            _pressUsed = false;
            MustRelease &= _touched;
        }

        if (!Contact)
        {
            _contactUsed = false;
        }

        if (!Pressed || (permitLive && !MustRelease))
        {
            _unusedSinceMs = nowMs;
        }
    }

    /// <summary>How long the trigger has been pressed with no permit that uses it, ms.</summary>
    internal long UnusedForMs(long nowMs) => nowMs - _unusedSinceMs;

    /// <summary>The press under way, if any, counts no more; nor one that is still bouncing (SR-068).</summary>
    internal void RequireRelease() => MustRelease = Pressed || _touched;

    /// <summary>
    /// Whether a shot is asked for. The raw contact counts too: it is the first to know that the head has left the skin.
    /// </summary>
    internal bool Asks(in Senses senses) =>
        Pressed && senses.Trigger && Contact && senses.Contact && !MustRelease && Mode switch
        {
            TriggerMode.Single => !_pressUsed,
            TriggerMode.Repeat => !_contactUsed,
            _ => true,
        };

    /// <summary>A shot was begun for this press and this contact.</summary>
    internal void Use()
    {
        _pressUsed = true;
        _contactUsed = true;
    }
}
