using System.Text;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>A path as lines that a person reads.</summary>
internal static class Story
{
    public static string Tell(Model model, Situation from, IEnumerable<Move> moves)
    {
        StringBuilder text = new($"   from: {Describe(from)}\n");
        Situation? now = from;
        int step = 0;
        foreach (Move move in moves)
        {
            text.Append($"{++step,4}. {Words(now, move)}\n");
            try
            {
                now = model.After(now, move) ?? throw new ModelViolationException("This move is not possible here.");
                text.Append($"        {Describe(now)}\n");
            }
            catch (Exception violation) when (violation is ModelViolationException or InvalidOperationException)
            {
                text.Append($"        {violation.Message}\n");
                break;
            }
        }

        return text.ToString();
    }

    private static string Words(Situation now, Move move) => move.Kind switch
    {
        <= MoveKind.RequestArrivesTooLate => $"{Spaced(move.Kind)}: {Request(now.Wires.Up[move.Of])}",
        MoveKind.WordIsHeard => $"{Spaced(move.Kind)}: {Word(now.Wires.Down[move.Of])}",
        MoveKind.PersonArms => $"person arms zone {move.Of}",
        MoveKind.HostIsKilled => $"host is killed, {move.Of} of {now.Host.Unwritten.Count} batches stored, and starts again",
        _ => Spaced(move.Kind),
    };

    private static string Request(ToDevice letter) => letter.Body switch
    {
        Effect.Grant { Permit: var permit } => $"grant {permit.Id} up to shot {permit.ShotLimit} (boot {letter.Boot})",
        Effect.Revoke revoke => $"revoke {revoke.PermitId} (boot {letter.Boot})",
        _ => $"{letter.Body} (boot {letter.Boot})",
    };

    private static string Word(ToHost word) =>
        $"{word.Reply.Kind} {word.Reply.Number} {word.Reply.Refusal} {word.Reply.Shots.Count} shots, {word.Status.Condition}, permit {word.Status.PermitId}, "
        + $"seen {word.Status.PermitIdSeen}, shots {word.Status.ShotCounter}, fault {word.Status.Fault}{(word.Awaited ? ", awaited" : "")}";

    private static string Describe(Situation now)
    {
        SessionFacts seen = now.Session.Facts;
        return $"session {seen.State}, {seen.Shots.Count} shots, {seen.UnknownShots} unknown, open to {seen.Open?.ShotLimit.ToString() ?? "none"}{(seen.Settled ? ", settled" : "")}; "
            + $"device {now.Gun.Status.Condition}, boot {now.Gun.Boot}, permit {now.Gun.Permit?.Id ?? 0}, {now.Gun.Truth.Count} shots; "
            + $"{now.Wires.Up.Count} up, {now.Wires.Down.Count} down, {now.Host.Lane.Count} wait, {now.Host.Unwritten.Count} unwritten";
    }

    private static string Spaced(MoveKind kind) =>
        string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
