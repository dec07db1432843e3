using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Runs cells: the treatment of grid.yaml with one fault in it.</summary>
internal sealed class GridRun
{
    private const int Seed = 1;
    private const int StopInStroke = 4;
    private readonly Scenario _base;

    public GridRun()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "grid.yaml");
        _base = ScenarioReader.Read(path, HardwareFolder.BesideProgram);
    }

    /// <summary>A fault of the catalogue at a step.</summary>
    public GridCell Cell(GridRow row, GridStep step)
    {
        FaultKind kind = FaultCatalogue.Find(row.Fault)!;
        string text = row.At(step);
        // A fault that spoils the very frame of the trigger takes neither a share nor a span.
        text = step.OnWire && kind.Frame is not null && kind.Group == FaultGroup.Link ? OfFrame(kind, step) : text;
        return Run(row.Fault, step.Name, text, row.Ends, row.Excused);
    }

    /// <summary>A fault that strikes one byte of the second permit frame.</summary>
    public GridCell Byte(string fault, int at, int? bit)
    {
        string text = $"{fault}@message=permit_grant#2,byte={at}{(bit is { } b ? $",bit={b}" : "")}";
        return Run($"{fault} in the permit", $"byte {at}", text, [GridEnd.Completed], []);
    }

    /// <summary>The line is cut in the middle of the second permit frame, after so many of its bytes.</summary>
    public GridCell CutAt(int bytes) =>
        Run("link.cut in the permit", $"byte {bytes}", $"cut after {bytes} bytes", [GridEnd.Completed], [], treatment => treatment.Line.CutInFrame = (MessageType.PermitGrant, 2, bytes));

    private static string OfFrame(FaultKind kind, GridStep step) => kind.Name switch
    {
        FaultCatalogue.LinkDelay => $"{kind.Name}=400ms{step.Trigger}",
        FaultCatalogue.LinkReplay => $"{kind.Name}{step.Trigger},late=700ms",
        FaultCatalogue.LinkDuplicate or FaultCatalogue.LinkReorder => $"{kind.Name}{step.Trigger},late=60ms",
        _ => kind.Name + step.Trigger,
    };

    private GridCell Run(string row, string column, string fault, IReadOnlyList<GridEnd> ends, IReadOnlyList<int> excused, Action<VirtualTreatment>? prepare = null)
    {
        Scenario scenario = _base with
        {
            Rig = prepare is null ? _base.Rig with { Faults = [FaultSpec.Parse(fault)], FaultTexts = [fault] } : _base.Rig,
            FaultsMustBegin = false,
            Excuses = [.. excused.Select(invariant => new Excuse(invariant, "the row of the grid says why"))],
        };
        bool stopped = false;
        using VirtualRun run = new(scenario, Seed) { EachStep = treatment => stopped = stopped || StopsInMidShot(treatment) };
        prepare?.Invoke(run.Treatment);
        string? failure = null;
        GridEnd? end = null;
        try
        {
            run.Run();
            end = EndOf(run);
            failure = end is { } came && ends.Contains(came) ? Unsafe(run)
                : $"It ended {end?.ToString() ?? "in no safe state"} ({string.Join(", ", run.Ends)}), not {string.Join(" or ", ends)}.";
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            failure = broken is BrokenInvariantException or StepFailedException ? broken.Message : broken.ToString();
        }

        return new GridCell(
            row, column, fault, run.FaultsBegun > 0 || prepare is not null, end, failure, run.Treatment.Ms, failure is null ? [] : run.Treatment.Recorder.Last(RunReport.EventsShown));
    }

    /// <summary>A person stops while the fourth stroke, or a later one, flows.</summary>
    private static bool StopsInMidShot(VirtualTreatment treatment)
    {
        Plant plant = treatment.Device.Plant;
        bool now = plant.Strokes >= StopInStroke && plant.Shot != 0 && plant.PlungerMoving && treatment.Host is { Outcome: null };
        if (now)
        {
            treatment.Stop();
        }

        return now;
    }

    private static GridEnd? EndOf(VirtualRun run)
    {
        if (run.Ends is [.., "completed"])
        {
            return GridEnd.Completed;
        }

        return run.Ends is not [.., var last] ? null : last switch
        {
            "stopped" or "faulted" => GridEnd.Latched,
            "refused" => GridEnd.Refused,
            "link-lost" => GridEnd.LinkLost,
            _ => null,
        };
    }

    /// <summary>What is not safe about an end; null if all is.</summary>
    private static string? Unsafe(VirtualRun run)
    {
        VirtualTreatment treatment = run.Treatment;
        if (!treatment.Device.Plant.NeedleHome || treatment.Device.Plant.PlungerMoving)
        {
            return "At the end the needle is out, or the plunger moves.";
        }

        return treatment.Device.Status is { PermitId: not 0 } ? "At the end a permit is live." : null;
    }
}
