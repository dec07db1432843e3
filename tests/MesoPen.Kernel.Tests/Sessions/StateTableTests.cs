using MesoPen.Kernel.Tests.Rig;

namespace MesoPen.Kernel.Tests.Sessions;

/// <summary>
/// Every state × every event. A cell is the state after the event and the kinds of the effects, in order: S stop, R record, G grant, V revoke,
/// J read journal, A acknowledge journal, T self-test, P prime, C clear fault, N notice to a person. A dot: same state, nothing to do.
/// </summary>
public sealed class StateTableTests
{
    private static readonly Dictionary<string, SessionState> Short = new()
    {
        ["Di"] = SessionState.Disconnected,
        ["Co"] = SessionState.Connecting,
        ["Re"] = SessionState.Reconciling,
        ["St"] = SessionState.Standby,
        ["Ca"] = SessionState.Calibrating,
        ["Pr"] = SessionState.Priming,
        ["Ry"] = SessionState.Ready,
        ["Wa"] = SessionState.Waiting,
        ["De"] = SessionState.Delivering,
        ["Pa"] = SessionState.Paused,
        ["Fa"] = SessionState.Faulted,
        ["Em"] = SessionState.EmergencyStopped,
    };

    // The events, as they would come in that situation.
    private static readonly Dictionary<string, Func<Bench, SessionEvent>> Events = new()
    {
        ["Connecting"] = b => new SessionEvent.Connecting(b.Now),
        ["Identified"] = b => new SessionEvent.Identified(b.Now, b.Identity, b.Device.Status()),
        ["Identified, another"] = b => new SessionEvent.Identified(b.Now, b.Identity with { Serial = "S-2" }, b.Device.Status()),
        ["LinkLost"] = b => new SessionEvent.LinkLost(b.Now, "The cable is out."),
        ["StatusSeen"] = b => new SessionEvent.StatusSeen(b.Now, Later(b)),
        ["StatusSeen, faulted"] = b => new SessionEvent.StatusSeen(b.Now, Broken(b)),
        ["StatusSeen, delivering"] = b => new SessionEvent.StatusSeen(b.Now, Later(b) with { Condition = DeviceCondition.Delivering, Still = false }),
        ["StatusSeen, no permit"] = b => new SessionEvent.StatusSeen(
            b.Now, Later(b) with { Condition = DeviceCondition.Idle, Still = true, PermitId = 0 }),
        ["StatusSeen, not our permit"] = b => new SessionEvent.StatusSeen(
            b.Now, Later(b) with { Condition = DeviceCondition.Armed, PermitId = 900, PermitIdSeen = 900 }),
        ["StatusSeen, not primed"] = b => new SessionEvent.StatusSeen(b.Now, Later(b) with { Primed = false }),
        ["StatusSeen, other boot"] = b => new SessionEvent.StatusSeen(b.Now, Later(b) with { BootId = 9, Fault = 13, ShotCounter = 0 }),
        ["Journal, next shot"] = b => new SessionEvent.Journal(b.Now, [Next(b)], null),
        ["Journal, none"] = b => new SessionEvent.Journal(b.Now, [], 1),
        ["GrantAnswered, taken"] = b => new SessionEvent.GrantAnswered(b.Now, 1, null),
        ["GrantAnswered, refused"] = b => new SessionEvent.GrantAnswered(b.Now, 1, "wrong_state"),
        ["PrimeAnswered, taken"] = b => new SessionEvent.PrimeAnswered(b.Now, null),
        ["PrimeAnswered, refused"] = b => new SessionEvent.PrimeAnswered(b.Now, "in_contact"),
        ["Recorded"] = b => new SessionEvent.Recorded(b.Now, b.LastTicket),
        ["RecordFailed"] = b => new SessionEvent.RecordFailed(b.Now, "The disk is full."),
        ["Confirm"] = b => new SessionEvent.Confirm(b.Now, Readiness.All, "Ada"),
        ["Withdraw"] = b => new SessionEvent.Withdraw(b.Now, Readiness.Consent, "void"),
        ["Calibrated"] = b => new SessionEvent.Calibrated(b.Now, [Plans.Limit(LimitKind.DoseMax, Plans.DoseNl)]),
        ["Calibrated, the plan beyond"] = b => new SessionEvent.Calibrated(b.Now, [Plans.Limit(LimitKind.DoseMax, Plans.DoseNl - 1, "cheek.left")]),
        ["Prime"] = b => new SessionEvent.Prime(b.Now),
        ["BeginCalibration"] = b => new SessionEvent.BeginCalibration(b.Now),
        ["EndCalibration"] = b => new SessionEvent.EndCalibration(b.Now),
        ["Arm"] = b => new SessionEvent.Arm(b.Now, 1),
        ["Arm, no such zone"] = b => new SessionEvent.Arm(b.Now, 99),
        ["Pause"] = b => new SessionEvent.Pause(b.Now, "to look"),
        ["Stop"] = b => new SessionEvent.Stop(b.Now, "Ada"),
        ["Clear"] = b => new SessionEvent.Clear(b.Now, "Ada", "the patient is well"),
        ["SettleUnknown"] = b => new SessionEvent.SettleUnknown(b.Now, "Ada", "counted"),
        ["ChangeNeedle"] = b => new SessionEvent.ChangeNeedle(b.Now, "Ada"),
        ["Close"] = b => new SessionEvent.Close(b.Now, "stopped"),
    };

    private const string Table = """
                                   | Disconn| Connect| Reconc.| Standby| Calibr.| Priming| Ready  | Waiting| Deliver| Paused | Faulted| Emerg.
        Connecting                 | Co     | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        Identified                 | Re V   | Re V   | V      | Re V   | Re V   | Re V   | Re V   | Re V   | Re V   | Re V   | SV     | SV
        Identified, another        | Re V   | Re V   | V      | Fa RN  | Fa RN  | Fa RN  | Fa RN  | Fa RN  | Fa RN  | Fa RN  | RN     | RN
        LinkLost                   | RN     | Di RN  | Di RN  | Di RN  | Di RN  | Di RN  | Di RN  | Di RN  | Di RN  | Di RN  | RN     | RN
        StatusSeen                 | .      | .      | St RT  | .      | .      | Ry     | .      | .      | .      | .      | .      | .
        StatusSeen, faulted        | .      | .      | Fa RNV | Fa RNV | Fa RNV | Fa RNV | Fa RNV | Fa RNV | Fa RNV | Fa RNV | RNV    | RNV
        StatusSeen, delivering     | .      | .      | .      | .      | .      | .      | .      | De     | .      | .      | .      | .
        StatusSeen, no permit      | .      | .      | St RT  | .      | .      | Ry     | .      | Pa RNV | Pa RNV | .      | .      | .
        StatusSeen, not our permit | .      | .      | .      | V      | V      | V      | V      | .      | Wa     | V      | V      | V
        StatusSeen, not primed     | .      | .      | St RT  | .      | .      | St RN  | St     | .      | .      | St     | .      | .
        StatusSeen, other boot     | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        Journal, next shot         | .      | .      | .      | Fa SRNV| Fa SRNV| Fa SRNV| Fa SRNV| R      | R      | Fa SRNV| SRNV   | SRNV
        Journal, none              | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        GrantAnswered, taken       | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        GrantAnswered, refused     | .      | .      | .      | .      | .      | .      | .      | Pa RNV | Pa RNV | .      | .      | .
        PrimeAnswered, taken       | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        PrimeAnswered, refused     | .      | .      | .      | .      | .      | St RN  | .      | .      | .      | .      | .      | .
        Recorded                   | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        RecordFailed               | N      | N      | N      | N      | N      | N      | N      | Pa RNV | Pa RNV | N      | N      | N
        Confirm                    | R      | R      | R      | R      | R      | R      | R      | R      | R      | R      | R      | R
        Withdraw                   | R      | R      | R      | R      | R      | R      | R      | R      | R      | R      | R      | R
        Calibrated                 | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .      | .
        Calibrated, the plan beyond| RN     | RN     | RN     | RN     | RN     | RN     | RN     | Pa RNV | Pa RNV | RN     | RN     | RN
        Prime                      | RN     | RN     | RN     | Pr RP  | RN     | RN     | Pr RP  | RN     | RN     | Pr RP  | RN     | RN
        BeginCalibration           | RN     | RN     | RN     | Ca     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN
        EndCalibration             | RN     | RN     | RN     | RN     | St     | RN     | RN     | RN     | RN     | RN     | RN     | RN
        Arm                        | RN     | RN     | RN     | RN     | RN     | RN     | Wa R   | RN     | RN     | Wa R   | RN     | RN
        Arm, no such zone          | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN
        Pause                      | RN     | RN     | RN     | RN     | RN     | RN     | RN     | Pa RNV | Pa RNV | RN     | RN     | RN
        Stop                       | Em SRN | Em SRN | Em SRNV| Em SRNV| Em SRNV| Em SRNV| Em SRNV| Em SRNV| Em SRNV| Em SRNV| Em SRNV| S
        Clear                      | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | R      | R
        SettleUnknown              | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN     | RN
        ChangeNeedle               | R      | R      | R      | R      | R      | R      | R      | RN     | RN     | R      | R      | R
        Close                      | R      | R      | RN     | R      | R      | R      | R      | RN     | RN     | R      | R      | R
        """;

    public static TheoryData<string> EventNames => [.. Events.Keys];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void Event_in_every_state_leads_where_the_table_says(string name)
    {
        // Aim: no event throws in any state, and none leads anywhere or asks for anything but what stands in the table.
        string[] row = Rows().Single(each => each[0] == name);
        Assert.Equal(Stage.States.Length + 1, row.Length);
        for (int i = 0; i < Stage.States.Length; i++)
        {
            string cell = CellOf(Stage.States[i], Events[name]);
            Assert.True(row[i + 1] == cell, $"{name} in {Stage.States[i]}: the table says {row[i + 1]}, the session {cell}.");
        }
    }

    [Fact]
    public void Table_has_a_row_for_every_event_and_a_column_for_every_state()
    {
        // Aim: a new event or state cannot be forgotten here.
        IEnumerable<string> kinds = typeof(SessionEvent).GetNestedTypes().Select(type => type.Name);
        Assert.Empty(kinds.Except(Rows().Skip(1).Select(row => row[0].Split(',')[0])));
        SessionState[] holders = [SessionState.Offline, SessionState.Online, SessionState.Armed, SessionState.Stopped];
        Assert.Equal(Enum.GetValues<SessionState>().Except(holders).Order(), Stage.States.Order());
        Assert.Equal(Events.Keys.Order(), Rows().Skip(1).Select(row => row[0]).Order());
    }

    [Fact]
    public void Event_that_nobody_knows_is_a_defect()
    {
        // Aim: an event added to the vocabulary and forgotten in the session does not pass silently.
        Assert.Throws<InvalidOperationException>(() => new Bench().Session.Step(new Unheard(Plans.Now)));
    }

    private static IEnumerable<string[]> Rows() =>
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static string CellOf(SessionState state, Func<Bench, SessionEvent> make)
    {
        Bench bench = Stage.At(state);
        IReadOnlyList<Effect> effects = bench.Session.Step(make(bench));
        string kinds = string.Concat(effects.Select(Letter));
        string after = bench.Session.State == state ? "" : Short.First(each => each.Value == bench.Session.State).Key;
        string cell = $"{after} {kinds}".Trim();
        return cell.Length == 0 ? "." : cell;
    }

    private static char Letter(Effect effect) => effect switch
    {
        Effect.Stop => 'S',
        Effect.Record => 'R',
        Effect.Grant => 'G',
        Effect.Revoke => 'V',
        Effect.ReadJournal => 'J',
        Effect.AckJournal => 'A',
        Effect.SelfTest => 'T',
        Effect.Prime => 'P',
        Effect.ClearFault => 'C',
        Effect.Show => 'N',
        _ => throw new InvalidOperationException(effect.GetType().Name),
    };

    private static DeviceSnapshot Later(Bench bench)
    {
        bench.Device.Pass(1);
        return bench.Device.Status();
    }

    private static DeviceSnapshot Broken(Bench bench)
    {
        bench.Device.Break(13);
        return Later(bench);
    }

    private static Shot Next(Bench bench) => new(
        41, 1, ShotAnswer.Delivered, false, new Depth(1500), new Volume(Plans.DoseNl), 1, bench.Device.Boot, 0, 0);

    private sealed record Unheard(long AtUnixMs) : SessionEvent(AtUnixMs);
}
