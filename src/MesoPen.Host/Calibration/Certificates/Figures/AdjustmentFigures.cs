using System.Globalization;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>What the readings as found ask for.</summary>
internal static class AdjustmentFigures
{
    /// <summary>Adds it.</summary>
    public static void Add(FigureList figures, AdjustmentProposal proposal, CalibrationKind kind)
    {
        bool volume = kind == CalibrationKind.Volume;
        for (int power = 0; power < proposal.Fit.Coefficients.Length; power++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"adjustment.fit-{power + 1}");
            figures.Add(at, proposal.Fit.Coefficients[power], volume ? 6 : 2, volume ? "" : "µm");
            figures.Add(at + ".standard", proposal.Fit.StandardErrors[power], volume ? 6 : 2, volume ? "" : "µm");
        }

        figures.Add("adjustment.plunger", FigureText.Whole(proposal.Scale.PlungerPpm), "ppm");
        figures.Add("adjustment.plunger.standard", proposal.PlungerPpmStandard, 0, "ppm");
        figures.Add("adjustment.offset", FigureText.Whole(proposal.Scale.NeedleOffsetUm), "µm");
        figures.Add("adjustment.offset.standard", proposal.NeedleOffsetUmStandard, 1, "µm");
        figures.Add("adjustment.backlash", FigureText.Whole(proposal.Scale.BacklashUm), "µm");
        figures.Add("adjustment.backlash.standard", proposal.BacklashUmStandard, 1, "µm");
        figures.Add("adjustment.significant", proposal.IsSignificant ? "yes" : "no");
    }
}
