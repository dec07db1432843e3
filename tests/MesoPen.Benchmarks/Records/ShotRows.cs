using System.Globalization;
using MesoPen.Host.Records;

namespace MesoPen.Benchmarks;

/// <summary>The two rows that a shot makes.</summary>
internal static class ShotRows
{
    public static RecordEntry[] Of(string session, int shot)
    {
        string number = shot.ToString(CultureInfo.InvariantCulture);
        long at = 1_893_456_000_000 + shot;
        return
        [
            new(session, at, "shot",
                $$"""{"shot":{{number}},"zone":3,"zone_id":"cheek.left","outcome":"delivered","partial":false,"depth_um":1398,"volume_nl":19950,"permit_id":57,"boot_id":2953248769,"ended_by":0,"device_ms":{{number}}00}"""),
            new(session, at, "permit",
                $$"""{"permit_id":58,"boot_id":2953248769,"zone":3,"zone_id":"cheek.left","trigger":"hold","needle_length_um":4000,"dose_nl":20000,"shot_limit":{{number}},"volume_limit_nl":{{number}}0000,"min_interval_ms":100,"lease_ms":150}"""),
        ];
    }
}
