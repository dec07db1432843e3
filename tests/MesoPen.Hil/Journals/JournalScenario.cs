using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// Makes a scenario of a treatment's journal: the same plan, the same mishaps at the same shots, and what the record came to as what is
/// expected. Who treated, why, with which lot and when is not in it.
/// </summary>
internal sealed class JournalScenario
{
    // Faults of the device's protocol (hardware/protocol.md, section 6) that the simulator can be made to have, as they are asked for at a shot.
    private static readonly Dictionary<int, string> Causes = new()
    {
        [10] = FaultCatalogue.Occlusion + "{0},for=2s", [11] = FaultCatalogue.PlungerStall + "{0},for=2s", [12] = FaultCatalogue.NeedleStuck + "{0},for=500ms",
        [14] = FaultCatalogue.CartridgeLow + "=0nl{0}", [15] = FaultCatalogue.CartridgeOut + "{0}", [16] = FaultCatalogue.Temperature + "=5500cc{0},for=2s",
        [17] = FaultCatalogue.Temperature + "=-500cc{0},for=2s", [23] = FaultCatalogue.BatteryLow + "{0},for=2s",
        [100] = FaultCatalogue.ContactLost + "{0}", [101] = FaultCatalogue.LinkSilent + "{0},for=400ms", [102] = FaultCatalogue.Reset + "{0}",
    };

    private readonly IReadOnlyList<JournalRow> _rows;
    private readonly TreatmentInput _input;
    private readonly List<string> _faults = [];
    private readonly List<(uint Shot, string Do)> _steps = [];
    private readonly List<string> _notes = [];
    private uint _before;
    private uint _last;

    private JournalScenario(IReadOnlyList<JournalRow> rows, TreatmentInput input) => (_rows, _input) = (rows, input);

    /// <summary>The scenario as YAML.</summary>
    /// <param name="rows">Rows of one session, in order.</param>
    /// <param name="input">The plan that it was done under, with its profile.</param>
    /// <param name="id">Id of the scenario.</param>
    public static string Of(IReadOnlyList<JournalRow> rows, TreatmentInput input, string id)
    {
        JournalScenario scenario = new(rows, input);
        scenario.Read();
        return scenario.Write(id);
    }

    private void Read()
    {
        int opened = 0;
        foreach (JournalRow row in _rows)
        {
            JsonNode body = JsonNode.Parse(row.Body)!;
            switch (row.Kind)
            {
                case "session-opened":
                    if (++opened > 1)
                    {
                        _notes.Add($"resumed after shot {_last - _before}");
                    }

                    break;
                case "baseline" when _last == 0:
                    _before = _last = (uint)Number(body, "shot_counter");
                    break;
                case "shot":
                    _last = (uint)Number(body, "shot");
                    Shot(body, _last - _before);
                    break;
                case "latched":
                    Latched((int)Number(body, "fault"));
                    break;
                case "needle-changed":
                    _notes.Add($"a new needle head after shot {_last - _before}");
                    break;
                default:
                    break;
            }
        }
    }

    private void Shot(JsonNode body, uint shot)
    {
        int endedBy = (int)Number(body, "ended_by");
        if (endedBy is 1 or 2)
        {
            _steps.Add((shot, endedBy == 1 ? "stop" : "press the stop button"));
        }
        else if (endedBy != 0)
        {
            Cause(endedBy, $"@shot={shot}.flow");
        }
    }

    private void Latched(int fault)
    {
        uint next = _last - _before + 1;
        if (fault is 1 or 2)
        {
            // A stop outside a shot comes before the next one; one within a shot is told by the shot's own row.
            _steps.Add((next, fault == 1 ? "stop" : "press the stop button"));
        }
        else if (fault < 200)
        {
            Cause(fault, $"@shot={next}.flow");
        }
        else
        {
            _notes.Add($"fault {fault} latched after shot {next - 1}: no cause of it can be put into the simulator");
        }
    }

    private void Cause(int number, string trigger)
    {
        if (Causes.TryGetValue(number, out string? form))
        {
            string fault = string.Format(CultureInfo.InvariantCulture, form, trigger);
            if (!_faults.Contains(fault))
            {
                _faults.Add(fault);
            }
        }
        else
        {
            _notes.Add($"{number} {trigger}: no cause of it can be put into the simulator");
        }
    }

    private string Write(string id)
    {
        StringBuilder text = new();
        text.AppendLine("# Made from a treatment's journal by mesopen-hil from-journal. Persons, titles, names, reasons, sources, lot and times were left out.");
        foreach (string note in _notes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"# In the treatment: {note}.");
        }

        text.AppendLine("scenario: 1");
        text.AppendLine(CultureInfo.InvariantCulture, $"id: {id}");
        text.AppendLine("title: A treatment as its journal tells it, with its mishaps at the same shots");
        text.AppendLine("limit: 30min");
        text.AppendLine("rig:");
        text.AppendLine("  resume: 3s");
        if (_faults.Count > 0)
        {
            text.AppendLine("  faults:");
            foreach (string fault in _faults)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    - \"{fault}\"");
            }
        }

        text.AppendLine("plan:");
        foreach (string line in PlanText.Of(_input.File, stripped: true).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.AppendLine("  " + line);
        }

        Steps(text);
        Expectations(text);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private void Steps(StringBuilder text)
    {
        (uint Shot, string Do)[] steps = [.. _steps.OrderBy(step => step.Shot).DistinctBy(step => step.Shot)];
        if (steps.Length == 0)
        {
            return;
        }

        text.AppendLine("steps:");
        foreach ((uint shot, string action) in steps)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - when: shot {shot} flows");
            text.AppendLine(CultureInfo.InvariantCulture, $"    do: {action}");
            if (action != "stop")
            {
                text.AppendLine("  - after: 500ms");
                text.AppendLine("    do: release the stop button");
            }
        }
    }

    private void Expectations(StringBuilder text)
    {
        RecordFigures figures = RecordFigures.Of(_rows.Select(row => new RecordEntry(row.Stream, row.AtUnixMs, row.Kind, row.Body)), _input.Plan);
        text.AppendLine("expect:");
        foreach (Kernel.ZonePlan zone in _input.Plan.Zones)
        {
            long shots = figures.Of("shots", zone.Zone);
            if (shots == 0)
            {
                continue;
            }

            // A shot that was cut short gives what it gave: how much is the millisecond's to say, and no two runs share it.
            long partial = figures.Of("partial_shots", zone.Zone) + figures.Of("not_delivered_shots", zone.Zone) + figures.Of("unknown_shots", zone.Zone);
            long tolerance = (shots * _input.Profile.Tolerance.OfDoseNl(zone.Dose.Nl)) + (partial * zone.Dose.Nl);
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{record: shots, zone: {zone.Zone}, equals: {shots}, tolerance: {partial}, unit: shots}}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{record: delivered_nl, zone: {zone.Zone}, equals: {figures.Of("delivered_nl", zone.Zone)}, tolerance: {tolerance}, unit: nl}}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  - {{record: unknown_nl, equals: {figures.Of("unknown_nl", null)}, unit: nl}}");
    }

    private static long Number(JsonNode body, string name) => body[name]!.GetValue<long>();
}
