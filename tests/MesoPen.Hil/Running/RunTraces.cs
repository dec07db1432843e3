namespace MesoPen.Hil;

/// <summary>One hash over the traces of many runs, in their order: two calls are the same if theirs is.</summary>
internal static class RunTraces
{
    public static ulong Of(IEnumerable<ScenarioRun> runs)
    {
        TraceHash all = new();
        foreach (ScenarioRun run in runs)
        {
            all.Add(unchecked((long)run.Trace));
        }

        return all.Value;
    }
}
