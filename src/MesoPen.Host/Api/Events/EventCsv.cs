using MesoPen.Host.Exchange.Csv;

namespace MesoPen.Host.Api.Events;

/// <summary>What happened as a table. Its cells are those of every table that leaves the house: no spreadsheet takes one for a formula.</summary>
internal static class EventCsv
{
    /// <summary>Writes it, in the order given.</summary>
    public static string Of(IEnumerable<EventView> events) => CsvTable.Of(
        events,
        ("id", each => CsvCell.Number(each.Id)),
        ("at", each => CsvCell.Instant(each.At)),
        ("stream", each => CsvCell.Text(each.Stream)),
        ("kind", each => CsvCell.Text(each.Kind)),
        ("by", each => CsvCell.Text(each.By)),
        ("summary", each => CsvCell.Text(each.Summary)),
        ("alarm_number", each => CsvCell.Number(each.Alarm?.Number)),
        ("alarm_priority", each => each.Alarm is { } alarm ? CsvCell.Word(alarm.Priority) : CsvCell.Text(null)),
        ("alarm_remedy", each => CsvCell.Text(each.Alarm?.Remedy)));
}
