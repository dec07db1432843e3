using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Prime, self-test and calibration moves: what runs by itself, off the skin, once for each id.</summary>
internal sealed class MotionDesk(Machine machine)
{
    private readonly DeviceConfiguration _caps = machine.Configuration;

    internal Verdict Prime(in PrimeRequest request)
    {
        Result admitted = Admit(request.Id);
        if (admitted != Result.Ok)
        {
            return admitted;
        }

        if (!machine.Senses.CartridgePresent)
        {
            return Result.NotReady;
        }

        // What is left bounds the volume too; and a prime of no steps at all would call the line filled without filling it.
        long allowedNl = Math.Min(_caps.PrimeMaxNl, machine.Scale.NlIn(machine.RemainingSteps));
        long steps = machine.Scale.StepsIn(request.VolumeNl);
        if (request.VolumeNl > allowedNl || steps == 0)
        {
            return Verdict.Cap(Result.DoseCap, (ulong)allowedNl);
        }

        machine.Take(request.Id);
        machine.Prime.Start(steps, machine.Clock.NowMs);
        return Result.Ok;
    }

    internal Verdict SelfTest(in SelfTestRequest request)
    {
        Result admitted = Admit(request.Id);
        if (admitted == Result.Ok)
        {
            machine.Take(request.Id);
            machine.StartSelfTest();
        }

        return admitted;
    }

    internal Verdict Calibrate(in CalibrationMoveRequest request)
    {
        Result admitted = Admit(request.Id);
        if (admitted != Result.Ok)
        {
            return admitted;
        }

        return request.Axis == CalibrationAxis.Needle ? MoveNeedle(request) : MovePlunger(request);
    }

    private Verdict MoveNeedle(in CalibrationMoveRequest request)
    {
        // A position that the offset brings behind home does not exist.
        bool exists = request.Target == 0
            || (request.Target > Math.Max(0, -machine.Adjustments.Held.NeedleOffsetUm) && request.Target <= machine.Adjustments.DepthMaxUm);
        if (!exists)
        {
            return Result.OutOfRange;
        }

        machine.Take(request.Id);
        machine.NeedleMove.Start(request.Target, machine.Adjustments.Held.BacklashUm, machine.Clock.NowMs);
        return Result.Ok;
    }

    private Verdict MovePlunger(in CalibrationMoveRequest request)
    {
        if (!machine.Senses.CartridgePresent)
        {
            return Result.NotReady;
        }

        long nowNl = machine.CalibrationRun.TotalNl;
        long steps = machine.CalibrationRun.StepsTo(request.Target);
        if (request.Target < nowNl || request.Target > nowNl + _caps.PrimeMaxNl || steps > machine.RemainingSteps)
        {
            return Result.OutOfRange;
        }

        machine.Take(request.Id);
        if (steps > 0)
        {
            machine.CalibrationRun.Start(steps, machine.Clock.NowMs);
        }

        return Result.Ok;
    }

    /// <summary>What all four ask for. A request that is refused leaves its id unseen, so that it may be sent again.</summary>
    internal Result Admit(uint id)
    {
        if (id <= machine.LastId)
        {
            return id == machine.LastId && id != 0 ? Result.Already : Result.StaleId;
        }

        if (machine.Latch.Latched)
        {
            return Result.Faulted;
        }

        if (machine.State != DeviceState.Idle)
        {
            return Result.WrongState;
        }

        return machine.InContact ? Result.InContact : Result.Ok;
    }
}
