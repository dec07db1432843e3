using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>A treatment session is over.</summary>
/// <param name="By">Who ended it.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Outcome">completed if every zone had its points, else ended-early; abandoned if its station was lost, and with it what was given.</param>
/// <param name="Zones">What each zone had, in the order of the plan.</param>
/// <param name="PrimedNl">Spent on filling the line, nL.</param>
/// <param name="LeftOverNl">Left of what was loaded, nL; what is unknown counts as spent.</param>
/// <param name="Punctures">Punctures that the last needle head had in this session.</param>
/// <param name="StationSequence">Rows in the station's journal when the session's last row was on its disk.</param>
/// <param name="StationHash">Hash of that last row: whoever keeps it can tell later whether the station's journal is whole up to there.</param>
public sealed record SessionEnded(
    string By, string SessionId, string Outcome, ImmutableArray<ZoneGiven> Zones, long PrimedNl, long LeftOverNl, int Punctures,
    long StationSequence, string StationHash) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "treatment/" + SessionId;
}
