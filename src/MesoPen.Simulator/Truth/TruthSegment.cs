namespace MesoPen.Simulator;

/// <summary>What the fluid that leaves the tips is counted under.</summary>
internal enum TruthSegment
{
    /// <summary>Nothing is under way; what leaves is a drop that followed.</summary>
    Rest = 0,

    /// <summary>A labelled stroke.</summary>
    Stroke = 1,

    /// <summary>The plunger moves with the needle at home: a prime, a purge or a calibration move.</summary>
    Prime = 2,

    /// <summary>The needle is out without a label: a self-test or a calibration move.</summary>
    Excursion = 3,
}
