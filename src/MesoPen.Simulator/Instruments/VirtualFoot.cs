namespace MesoPen.Simulator;

/// <summary>The foot of a gauge on the tip of the needle. Looks at the plant's own truth, play and offset included.</summary>
internal sealed class VirtualFoot(GaugeOptions options, Plant plant)
{
    private const int Vibrating = 1;
    private const int Noise = 2;
    private const double MsPerHour = 3_600_000;

    private readonly Waves _waves = new(options.Seed);
    private readonly long _startMs = plant.Ms;
    private double _tipUm = plant.TipUm;
    private long _movedMs = plant.Ms;

    /// <summary>A millisecond has passed.</summary>
    internal void Pass()
    {
        if (plant.TipUm != _tipUm)
        {
            _tipUm = plant.TipUm;
            _movedMs = plant.Ms;
        }
    }

    internal long ShowNm()
    {
        var shaken = options.VibrationNm > 0 && _waves.Hits(Vibrating, plant.Ms, 250);
        var nm = plant.TipUm * 1000 + options.ZeroNm
            + options.DriftNmPerH * ((plant.Ms - _startMs) / MsPerHour)
            + (options.NoiseNm == 0 ? 0 : options.NoiseNm * _waves.Normal(Noise, _movedMs))
            + (shaken ? options.VibrationNm * _waves.Swing(Vibrating, plant.Ms) : 0);
        return (long)Math.Round(nm / options.ResolutionNm) * options.ResolutionNm;
    }
}
