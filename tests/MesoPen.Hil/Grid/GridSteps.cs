namespace MesoPen.Hil;

/// <summary>Every step of a shot and of the connection.</summary>
internal static class GridSteps
{
    /// <summary>The steps of a shot, as the plant shows them.</summary>
    public static IReadOnlyList<GridStep> OfShot { get; } =
        [.. ConditionForms.ShotVerbs.Select(each => new GridStep("shot " + each.Phase, $"@shot=2.{each.Phase}", OnWire: false))];

    /// <summary>
    /// Every message that the host sends and hears in a treatment with a stop and a resume. What the host does not use (retract and
    /// calibration_move, with their replies) has no column.
    /// </summary>
    public static IReadOnlyList<GridStep> OfConnection { get; } =
    [
        .. new[]
        {
            "hello", "identity", "capabilities", "status", "self_test", "prime", "trigger_mode", "permit_grant", "permit_renew", "permit_revoke", "journal_ack", "journal_read",
            "stop", "fault_clear",
        }.SelectMany(name => new[] { Message(name), Message(name + "_reply") }),
        Message("shot_event"), Message("state_event"), Message("fault_event"),
    ];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<GridStep> All { get; } = [.. OfShot, .. OfConnection];

    private static GridStep Message(string name) => new(name, $"@message={name}", OnWire: true);
}
