using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>Sets the adjustment: at rest, off the skin, within bounds, and only as a whole (SR-192).</summary>
internal sealed class AdjustmentDesk(Machine machine, MotionDesk motions)
{
    internal Verdict Set(in CalibrationSetRequest request)
    {
        Result admitted = motions.Admit(request.Id);
        if (admitted != Result.Ok)
        {
            return admitted;
        }

        if (!machine.Needle.AtHome || !machine.Plunger.Still)
        {
            return Result.WrongState;
        }

        Adjustment asked = Adjustment.Of(request);
        if (!machine.Adjustments.CanHold(asked))
        {
            return Result.OutOfRange;
        }

        machine.Take(request.Id);
        return asked == machine.Adjustments.Held || Adjust(asked) ? Result.Ok : Result.Faulted;
    }

    /// <summary>The adjustment is in memory before anything counts by it. False if the memory failed.</summary>
    private bool Adjust(in Adjustment adjustment)
    {
        machine.Prime.Rescale();
        machine.CalibrationRun.Rescale();
        PlungerScale before = machine.Scale;
        if (!machine.Adjustments.Save(adjustment))
        {
            return false;
        }

        DeviceConfiguration configuration = machine.Configuration;
        PlungerScale scale = machine.Scale;
        machine.Needle.OffsetUm = adjustment.NeedleOffsetUm;
        machine.Plunger.Rescale((int)scale.StepsIn(configuration.FlowNlPerS), scale.StepsIn(configuration.DoseMinNl));
        // A power cut between the two is made good by the next boot, which finds counters of another scale.
        return scale == before || machine.Counters.Rescale(scale);
    }
}
