namespace MesoPen.Host.Records;

/// <summary>How often a station delivers. None of it touches a treatment: its rows are on the station's own disk before anything depends on them.</summary>
/// <param name="Gather">How long rows are gathered before they are sent together.</param>
/// <param name="Contact">How often the database is asked when there is nothing to send, so that its loss is known.</param>
/// <param name="FirstRetry">Pause after a failure; twice as long after each further one.</param>
/// <param name="LastRetry">Longest pause between tries.</param>
/// <param name="Rows">Most rows in one transaction.</param>
public sealed record DeliveryPace(TimeSpan Gather, TimeSpan Contact, TimeSpan FirstRetry, TimeSpan LastRetry, int Rows)
{
    /// <summary>What fits 50 stations of ten shots a second on one database.</summary>
    public static DeliveryPace Usual { get; } =
        new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), 500);
}
