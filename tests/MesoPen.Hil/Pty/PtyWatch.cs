using System.Text.Json.Nodes;
using MesoPen.Host.Records;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Sees whether conditions hold where real processes run: by the truth file, the journal's rows and what hosts say.</summary>
internal sealed class PtyWatch(TruthLog truth, JournalTail journal, IReadOnlyList<string> ends)
{
    private readonly List<string> _told = [];
    private readonly List<string> _refusals = [];

    /// <summary>What persons were told, by all hosts, in order.</summary>
    public IReadOnlyList<string> Told => _told;

    /// <summary>Those of <see cref="Told"/> that were refusals.</summary>
    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>A person was told something.</summary>
    public void Tell(string text, bool refusal)
    {
        _told.Add(text);
        if (refusal)
        {
            _refusals.Add(text);
        }
    }

    public bool Holds(Condition condition) => condition.Kind switch
    {
        ConditionKind.Shot => ShotIs(condition),
        ConditionKind.Told => _told.Exists(each => each.Contains(condition.Word, StringComparison.OrdinalIgnoreCase)),
        ConditionKind.FaultLatched => journal.Rows.Any(row => row.Kind == "latched" && (long)JsonNode.Parse(row.Body)!["fault"]! == condition.Number),
        ConditionKind.RunEnds => ends.Count >= condition.Number,
        ConditionKind.Closed => JournalTail.IsClosed(journal.Rows),
        ConditionKind.Boot => truth.Boots >= condition.Number,
        ConditionKind.NeedleHome => truth.NeedleHome,
        ConditionKind.PlungerStill => !truth.PlungerMoving,
        ConditionKind.AtRest => truth.NeedleHome && !truth.PlungerMoving,
        ConditionKind.ShotsFired => truth.Strokes.Count >= condition.Number,
        ConditionKind.ShotsRecorded => Rows("shot") >= condition.Number,
        ConditionKind.Row => Rows(condition.Word) >= condition.Number,
        _ => throw new InvalidOperationException($"No way to see {condition.Kind}."),
    };

    private int Rows(string kind) => journal.Rows.Count(row => row.Kind == kind);

    private bool ShotIs(Condition condition) =>
        condition.Number < truth.Shot || (condition.Number == truth.Shot && truth.Phase >= Enum.Parse<StrokePhase>(condition.Word, ignoreCase: true));
}
