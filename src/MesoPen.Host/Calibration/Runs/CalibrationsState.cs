using System.Collections.Immutable;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>Calibrations, and the instruments that they are traced to.</summary>
public sealed record CalibrationsState
{
    /// <summary>Before the first event.</summary>
    public static CalibrationsState Empty { get; } = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, CalibrationRun> All { get; private init; } =
        ImmutableSortedDictionary<string, CalibrationRun>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Reference instruments in use, by id.</summary>
    public ImmutableSortedDictionary<string, ReferenceInstrument> References { get; private init; } =
        ImmutableSortedDictionary<string, ReferenceInstrument>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How far the plunger of a device was told to go, by serial number.</summary>
    public ImmutableSortedDictionary<string, PlungerMark> Plungers { get; private init; } =
        ImmutableSortedDictionary<string, PlungerMark>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The calibration that a station's bench has to do with; null if there is none.</summary>
    public CalibrationRun? OpenAt(string station) => All.Values.FirstOrDefault(run => run.IsOpen && run.Begun.Station == station);

    /// <summary>The state after one more event.</summary>
    public CalibrationsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            ReferenceSaved e => this with { References = References.SetItem(e.Reference.ReferenceId, e.Reference) },
            ReferenceRemoved e => this with { References = References.Remove(e.ReferenceId) },
            CalibrationBegun e => this with { All = All.SetItem(e.CalibrationId, new CalibrationRun(e, fact.At).Apply(fact)) },
            CalibrationEvent e => Marked(e) with { All = All.SetItem(e.CalibrationId, All[e.CalibrationId].Apply(fact)) },
            _ => this,
        };
    }

    private CalibrationsState Marked(CalibrationEvent happened) => happened switch
    {
        // A blank moves nothing, and says nothing of where the plunger stands.
        CalibrationWeighingIntended { Intent.Shots: > 0 } e => Mark(e.CalibrationId, e.Intent.BootId, e.Intent.ToNl),
        CalibrationRinseIntended e => Mark(e.CalibrationId, e.BootId, e.ToNl),
        CalibrationOcclusionIntended e => Mark(e.CalibrationId, e.Intent.BootId, e.Intent.ToNl),
        _ => this,
    };

    private CalibrationsState Mark(string calibrationId, long bootId, long toNl) =>
        this with { Plungers = Plungers.SetItem(All[calibrationId].Begun.Device.Serial, new PlungerMark(bootId, toNl)) };
}
