namespace MesoPen.Kernel;

/// <summary>What one zone has had, or all zones together.</summary>
public sealed class ZoneAccount
{
    /// <summary>Shots that delivered the whole dose or part of it, and those that a person took over as delivered.</summary>
    public int DeliveredShots { get; private set; }
    /// <summary>Volume of these.</summary>
    public Volume Delivered { get; private set; }
    /// <summary>Shots that the device's journal has lost: only a person can settle them.</summary>
    public int UnknownShots { get; private set; }
    /// <summary>Whole doses of these.</summary>
    public Volume Unknown { get; private set; }
    /// <summary>Shots that delivered nothing.</summary>
    public int NotDeliveredShots { get; private set; }
    /// <summary>Shots that fell short of their dose.</summary>
    public int PartialShots { get; private set; }
    /// <summary>What counts against limits: delivered and unknown.</summary>
    public Volume Committed => Delivered + Unknown;
    /// <summary>Shots that count as treated points: delivered and unknown.</summary>
    public int CommittedShots => DeliveredShots + UnknownShots;

    internal void Add(Shot shot)
    {
        // Whatever the answer says, volume that the encoder saw went out.
        bool known = shot.Answer != ShotAnswer.Unknown;
        Delivered += known ? shot.Volume : Volume.Zero;
        Unknown += known ? Volume.Zero : shot.Volume;
        DeliveredShots += shot.Answer == ShotAnswer.Delivered ? 1 : 0;
        PartialShots += shot.Answer == ShotAnswer.Delivered && shot.Partial ? 1 : 0;
        NotDeliveredShots += shot.Answer == ShotAnswer.NotDelivered ? 1 : 0;
        UnknownShots += known ? 0 : 1;
    }

    /// <summary>Unknown shots count as delivered from now on.</summary>
    internal void TakeOverUnknown() =>
        (DeliveredShots, Delivered, UnknownShots, Unknown) = (DeliveredShots + UnknownShots, Delivered + Unknown, 0, Volume.Zero);
}
