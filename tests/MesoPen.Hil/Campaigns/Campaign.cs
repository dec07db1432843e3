using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// The campaign of a seed: a treatment drawn from it with everything that befalls it, run on virtual time to its end under the oracle. The same
/// seed gives the same run, on any machine and on any thread; it shares nothing with another that is running.
/// </summary>
/// <param name="plans">Where treatments are cut from.</param>
internal sealed class Campaign(CampaignPlans plans)
{
    private const int CompletionMs = 120_000;
    private const int ForbiddenMs = 40_000;
    private const int AftermathMs = 700;
    private const int EventsKept = 50;

    /// <summary>Runs the campaign of a seed. It never throws for what the product does: that is what is found.</summary>
    public CampaignResult Run(int seed)
    {
        CampaignDraw draw = CampaignDraw.Of(seed, plans);
        using VirtualTreatment treatment = new(draw.Options);
        CampaignFinding? finding = null;
        try
        {
            finding = draw.Forbidden ? RunForbidden(treatment, draw) : RunTreatment(treatment, draw);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            finding = Finding(failed, treatment);
        }

        return new CampaignResult(seed, draw.What, finding, treatment.Ms, treatment.Trace.Value, finding is null ? [] : Last(treatment));
    }

    /// <summary>What an exception tells. The oracle's may come wrapped by whatever of the host was running when it judged.</summary>
    private static CampaignFinding Finding(Exception failed, VirtualTreatment treatment)
    {
        for (Exception? each = failed; each is not null; each = each.InnerException)
        {
            if (each is BrokenInvariantException broken)
            {
                return new CampaignFinding($"invariant {broken.Invariant}", broken.Message);
            }
        }

        Exception inner = failed.InnerException ?? failed;
        string where = $"The session is {treatment.Host?.Session.State.ToString() ?? "over"}, the device {treatment.Device.Status?.State.ToString() ?? "off"}. "
            + $"Last told: {string.Join(" | ", treatment.Host?.Desk.Notices.TakeLast(2).Select(notice => notice.Text) ?? [])}. Last asked: {(treatment.Host?.Desk.Questions is [.., var last] ? last : "nothing")}";
        return inner.Message.StartsWith("not there within", StringComparison.Ordinal)
            ? new CampaignFinding("completion", $"{inner.Message} {where}")
            : new CampaignFinding("control path", inner.ToString());
    }

    private static string[] Last(VirtualTreatment treatment)
    {
        string[] lines = treatment.Recorder.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines[^Math.Min(EventsKept, lines.Length)..];
    }

    /// <summary>To the closed session, or, if the journal was lost, to a second run that ends because nobody can tell.</summary>
    private static CampaignFinding? RunTreatment(VirtualTreatment treatment, CampaignDraw draw)
    {
        CampaignWeather weather = new(draw);
        Journey journey = new(treatment, "") { ClearMs = TreatmentDraw.CalmMs, PauseMs = draw.PauseMs, BeforeStep = weather.BeforeStep };
        treatment.StartHost();
        int before = 0;
        journey.RunUntil(() => Closed(treatment) || EndedTwice(), CompletionMs);
        treatment.EndHost();
        treatment.Until(static () => false, AftermathMs);
        return weather.JournalLost ? CompareSum(treatment) : Compare(treatment, draw);

        bool EndedTwice()
        {
            before = weather.JournalLost ? before : journey.Ends.Count;
            return journey.Ends.Count == before + 2;
        }
    }

    private static bool Closed(VirtualTreatment treatment) => treatment.Oracle.Disk.Closed && treatment.Host is not { Alive: true, Outcome: null };

    /// <summary>Twice to the end of a run, and nothing is granted and nothing moves in skin.</summary>
    private static CampaignFinding? RunForbidden(VirtualTreatment treatment, CampaignDraw draw)
    {
        CampaignWeather weather = new(draw);
        Journey journey = new(treatment, "") { PauseMs = draw.PauseMs, BeforeStep = weather.BeforeStep };
        treatment.StartHost();
        journey.RunUntil(() => journey.Ends.Count == 2 || treatment.Oracle.Disk.Closed, ForbiddenMs);
        return treatment.Oracle.Disk.Closed ? new CampaignFinding("completion", "A session that nothing may be armed in was closed as completed.")
            : treatment.Oracle.Arming.Grants > 0 ? new CampaignFinding("completion", "A permit left the host.")
            : treatment.Strokes.Count > 0 ? new CampaignFinding("completion", "A shot was fired.")
            : null;
    }

    /// <summary>Each shot once, none lost, none twice, and every point of the plan treated once.</summary>
    private static CampaignFinding? Compare(VirtualTreatment treatment, CampaignDraw draw)
    {
        bool blocked = draw.Options.Faults.Any(fault => fault.Kind.Name is FaultCatalogue.Occlusion or FaultCatalogue.CartridgeOut);
        if (TruthComparison.Of(treatment, blocked) is { Count: > 0 } wrong)
        {
            return new CampaignFinding("comparison", string.Join(" ", wrong));
        }

        if (treatment.Oracle.Disk.Open)
        {
            return new CampaignFinding("comparison", "A permit stands open on the disk.");
        }

        foreach (Kernel.ZonePlan zone in treatment.Input.Plan.Zones)
        {
            int delivered = treatment.Oracle.Disk.Shots.Values.Count(shot => shot.Zone == zone.Tag && shot.Outcome == "delivered");
            if (delivered != zone.Points)
            {
                return new CampaignFinding("comparison", $"{zone.Zone} had {delivered} of {zone.Points} points.");
            }
        }

        return null;
    }

    /// <summary>What nobody can tell counts as the whole dose, settled or not: nobody has had more than that comes to.</summary>
    private static CampaignFinding? CompareSum(VirtualTreatment treatment)
    {
        LedgerWatch disk = treatment.Oracle.Disk;
        long toleranceNl = disk.Shots.Values.Sum(shot => treatment.Profile.Tolerance.VolumeNl(shot.VolumeNl, cut: true));
        return treatment.Oracle.TruthNl > disk.CommittedNl + toleranceNl
            ? new CampaignFinding("comparison", $"{treatment.Oracle.TruthNl:0} nL left the tips, and the rows account for {disk.CommittedNl}.")
            : null;
    }
}
