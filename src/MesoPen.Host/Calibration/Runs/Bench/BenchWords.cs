using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>What the bench does, in a few words.</summary>
internal static class BenchWords
{
    public static string Of(BenchTask task, CalibrationBegun begun) => task switch
    {
        BenchTask.Environment => "reading room and water",
        BenchTask.Weigh { Shots: 0 } => "weighing a blank",
        BenchTask.Weigh weigh => string.Create(
            CultureInfo.InvariantCulture,
            $"weighing {weigh.Shots} {(weigh.Shots == 1 ? "shot" : "shots")} of {begun.Setup.Points[weigh.Point].Nominal / 1e3:0.###} µL ({weigh.Replicate + 1} of {begun.Setup.Points[weigh.Point].Replicates})"),
        BenchTask.Sweep sweep => $"gauging needle {sweep.Needle + 1} out and back ({sweep.Replicate + 1})",
        BenchTask.Occlude occlude => $"pressing against the closed way out ({occlude.Replicate + 1} of {begun.Setup.Points[occlude.Point].Replicates})",
        BenchTask.Judge => "evaluating what was found",
        BenchTask.SetScale => "setting the scale",
        BenchTask.Wait => "waiting for a second person",
        _ => "ending",
    };
}
