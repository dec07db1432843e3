using MesoPen.Protocol;

namespace MesoPen.Tests.Firmware;

/// <summary>Every request in every state of the device: one table, written from the protocol page.</summary>
public sealed class RequestStateTests
{
    private static readonly DeviceState[] States = Enum.GetValues<DeviceState>();

    // Columns: idle, armed, delivering, priming, moving, stopped, faulted.
    private static readonly Dictionary<MessageType, Result[]> Expected = new()
    {
        [MessageType.Hello] = All(Result.Ok),
        [MessageType.Identity] = All(Result.Ok),
        [MessageType.Capabilities] = All(Result.Ok),
        [MessageType.Status] = All(Result.Ok),
        [MessageType.PermitGrant] =
            [Result.Ok, Result.Ok, Result.Ok, Result.WrongState, Result.WrongState, Result.Faulted, Result.Faulted],
        [MessageType.PermitRenew] =
            [Result.StaleId, Result.Ok, Result.Ok, Result.StaleId, Result.StaleId, Result.StaleId, Result.StaleId],
        [MessageType.PermitRevoke] = All(Result.Ok),
        [MessageType.Stop] = All(Result.Ok),
        [MessageType.TriggerMode] = [Result.Ok, Result.WrongState, Result.WrongState, Result.Ok, Result.Ok, Result.Ok, Result.Ok],
        [MessageType.Prime] = Motion(),
        [MessageType.Retract] = All(Result.Ok),
        [MessageType.SelfTest] = Motion(),
        [MessageType.CalibrationMove] = Motion(),
        [MessageType.JournalRead] = All(Result.Ok),
        [MessageType.JournalAck] = All(Result.Ok),
        [MessageType.FaultClear] =
            [Result.Already, Result.Already, Result.Already, Result.Already, Result.Already, Result.Ok, Result.Ok],
        [MessageType.TraceSet] = All(Result.Ok),
        [MessageType.CalibrationSet] = Motion(),
        [(MessageType)0x3F] = All(Result.Unknown),
    };

    public static TheoryData<byte, DeviceState, Result> Table()
    {
        TheoryData<byte, DeviceState, Result> rows = [];
        foreach ((MessageType type, Result[] results) in Expected)
        {
            foreach (DeviceState state in States)
            {
                rows.Add((byte)type, state, results[(int)state]);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Requirement", "SR-130")]
    public void Request_in_a_state_gives_the_result_of_the_table(byte type, DeviceState state, Result expected)
    {
        // Aim: no request does anything in a state that the page does not name for it.
        Bench bench = BenchStates.In(state);

        Assert.Equal(expected, Send(bench, (MessageType)type));

        bool mayChange = expected == Result.Ok;
        Assert.True(mayChange || bench.Status.State == state, $"A refusal changed the state to {bench.Status.State}.");
    }

    [Fact]
    public void Table_names_every_request_of_the_protocol()
    {
        // Aim: a request that is added later cannot be forgotten here.
        IEnumerable<MessageType> requests = Enum.GetValues<MessageType>().Where(type => type.IsRequest);
        Assert.All(requests, type => Assert.Contains(type, Expected.Keys));
    }

    [Theory]
    [InlineData(DeviceState.Idle)]
    [InlineData(DeviceState.Armed)]
    [InlineData(DeviceState.Delivering)]
    [InlineData(DeviceState.Priming)]
    [InlineData(DeviceState.Moving)]
    [InlineData(DeviceState.Stopped)]
    [InlineData(DeviceState.Faulted)]
    [Trait("Requirement", "SR-060")]
    [Trait("Requirement", "SR-063")]
    public void Stop_in_a_state_ends_in_rest_with_no_permit(DeviceState state)
    {
        // Aim: stop works everywhere: the plunger stands within 20 ms, the needle is home after its way back, no permit lives.
        Bench bench = BenchStates.In(state);
        StatusReply reply = bench.Send(default(StopRequest));
        Assert.Equal(0u, reply.Status.PermitId);
        Assert.Equal(state == DeviceState.Faulted ? DeviceState.Faulted : DeviceState.Stopped, reply.Status.State);

        long steps = bench.Plant.PlungerSteps;
        bench.Run(20);
        Assert.Equal(steps, bench.Plant.PlungerSteps);
        bench.Run(75);
        Assert.True(bench.Status.Flags.HasFlag(DeviceFlags.NeedleHome | DeviceFlags.PlungerStill));
        Assert.Equal(steps, bench.Plant.PlungerSteps);
    }

    private static Result Send(Bench bench, MessageType type) => type switch
    {
        MessageType.Hello => bench.Ask<HelloRequest, HelloReply>(new HelloRequest(1, 1, 99)).Prefix.Result,
        MessageType.Identity => bench.Ask<IdentityRequest, IdentityReply>(default).Prefix.Result,
        MessageType.Capabilities => bench.Ask<CapabilitiesRequest, CapabilitiesReply>(default).Prefix.Result,
        MessageType.Status => bench.Send(default(StatusRequest)).Prefix.Result,
        MessageType.PermitGrant => bench.Send(bench.NewGrant()).Prefix.Result,
        MessageType.PermitRenew => bench.Send(new PermitRenewRequest(bench.Status.PermitIdSeen, bench.NowMs)).Prefix.Result,
        MessageType.PermitRevoke => bench.Send(new PermitRevokeRequest(bench.Status.PermitIdSeen)).Prefix.Result,
        MessageType.Stop => bench.Send(default(StopRequest)).Prefix.Result,
        MessageType.TriggerMode => bench.Send(new TriggerModeRequest(TriggerMode.Repeat)).Prefix.Result,
        MessageType.Prime => bench.Send(new PrimeRequest(bench.NextMotionId(), PrimePurpose.Purge, 10_000)).Prefix.Result,
        MessageType.Retract => bench.Send(default(RetractRequest)).Prefix.Result,
        MessageType.SelfTest => bench.Send(new SelfTestRequest(bench.NextMotionId())).Prefix.Result,
        MessageType.CalibrationMove =>
            bench.Send(new CalibrationMoveRequest(bench.NextMotionId(), CalibrationAxis.Needle, 1000)).Prefix.Result,
        MessageType.JournalRead => bench.Ask<JournalReadRequest, JournalReadReply>(new JournalReadRequest(1, 7)).Prefix.Result,
        MessageType.JournalAck => bench.Send(new JournalAckRequest(0)).Prefix.Result,
        MessageType.FaultClear => bench.Send(new FaultClearRequest(bench.Status.FaultSeq)).Prefix.Result,
        MessageType.CalibrationSet =>
            bench.Send(new CalibrationSetRequest(bench.NextMotionId(), 1_042_000, 40, 60, 20_800, default)).Prefix.Result,
        MessageType.TraceSet => bench.Send(new TraceSetRequest(50, 5)).Prefix.Result,
        _ => bench.SendUnknown(type).Prefix.Result,
    };

    private static Result[] All(Result result) => [result, result, result, result, result, result, result];

    private static Result[] Motion() =>
        [Result.Ok, Result.WrongState, Result.WrongState, Result.WrongState, Result.WrongState, Result.Faulted, Result.Faulted];
}
