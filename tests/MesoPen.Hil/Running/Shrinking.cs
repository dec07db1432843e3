using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Finds a shorter scenario that fails in the same way: without faults, weather or steps that are not needed for it.</summary>
internal static class Shrinking
{
    /// <summary>What is left, in words.</summary>
    public static string Of(ScenarioRun failed)
    {
        (Scenario least, int tries) = Least(failed);
        string weather = least.Rig.Weather is null ? "drawn" : least.Rig.Weather == LinkWeather.Clear ? "clear" : least.Rig.Weather.ToString();
        string faults = string.Join(", ", least.Rig.FaultTexts.DefaultIfEmpty("none"));
        string steps = string.Join("; ", least.Steps.Select(step => $"line {step.Line}").DefaultIfEmpty("none"));
        return $"Shrunk in {tries} tries: {failed.Failure!.Kind} with seed {failed.Seed} needs the faults {faults}, the weather {weather}, the steps {steps}.";
    }

    /// <summary>The shortest that still fails in the same way, and how many runs that took.</summary>
    public static (Scenario Least, int Tries) Least(ScenarioRun failed)
    {
        Scenario least = failed.Scenario;
        int tries = 0;
        bool Fails(Scenario shorter)
        {
            tries++;
            return RunSet.One(shorter, failed.Seed).Failure?.Kind == failed.Failure!.Kind;
        }

        bool shorter = true;
        while (shorter)
        {
            shorter = false;
            foreach (Scenario candidate in Shorter(least, failed.Seed))
            {
                if (Fails(candidate))
                {
                    (least, shorter) = (candidate, true);
                    break;
                }
            }
        }

        return (least, tries);
    }

    private static IEnumerable<Scenario> Shorter(Scenario scenario, int seed)
    {
        ScenarioRig rig = scenario.Rig;
        for (int i = 0; i < rig.Faults.Count; i++)
        {
            int without = i;
            yield return scenario with
            {
                Rig = rig with
                {
                    Faults = [.. rig.Faults.Where((_, at) => at != without)],
                    FaultTexts = [.. rig.FaultTexts.Where((_, at) => at != without)],
                },
            };
        }

        for (int i = 0; i < scenario.Steps.Count; i++)
        {
            int without = i;
            yield return scenario with { Steps = [.. scenario.Steps.Where((_, at) => at != without)] };
        }

        foreach (LinkWeather calmer in Calmer(rig.Weather ?? LinkWeather.Drawn(new MesoPen.Simulator.SeededChance((ulong)seed))))
        {
            yield return scenario with { Rig = rig with { Weather = calmer } };
        }
    }

    private static IEnumerable<LinkWeather> Calmer(LinkWeather weather)
    {
        if (weather != LinkWeather.Clear)
        {
            yield return LinkWeather.Clear;
        }

        LinkWeather[] one =
        [
            weather with { LossPermille = 0 }, weather with { DuplicatePermille = 0 }, weather with { ReplayPermille = 0 }, weather with { ReorderPermille = 0 },
            weather with { FlipPermille = 0 }, weather with { TruncatePermille = 0 }, weather with { MergePermille = 0 }, weather with { DelayMsMax = 0 },
            weather with { SilenceEveryMs = 0 }, weather with { CutEveryMs = 0 },
        ];
        foreach (LinkWeather calmer in one.Where(each => each != weather))
        {
            yield return calmer;
        }
    }
}
