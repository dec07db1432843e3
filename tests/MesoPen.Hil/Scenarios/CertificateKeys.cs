using MesoPen.Host.Calibration;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>The certificates of a scenario's rig, and which of them its device holds.</summary>
internal static class CertificateKeys
{
    private const string Serial = "SIM-0001";

    /// <summary>What the host is given, and what the device holds; nulls where the rig says nothing of certificates.</summary>
    public static (CertificatesState? Certificates, CalibrationSetRequest? Adjustment) Read(ScenarioMap rig)
    {
        if (!rig.Reader.Has("certificates"))
        {
            return rig.Reader.Has("holds") ? throw rig.Error("holds", "holds goes with certificates: list them.") : (null, null);
        }

        string[] keys = [.. ScenarioKeys.Names(ScenarioKeys.Certificate)];
        CertificatesState all = CertificatesFile.Read(rig.Maps("certificates", "certificate", keys).Select(each => each.Reader), Serial);
        string holds = rig.Reader.OptionalText("holds") ?? all.All.Values.MaxBy(each => each.Version)!.Id;
        if (holds == "none")
        {
            return (all, null);
        }

        IssuedCertificate held = all.All.GetValueOrDefault(holds)
            ?? throw rig.Error("holds", $"holds names no certificate of the rig: they are {string.Join(", ", all.All.Keys)}, or none.");
        uint due = (uint)(held.DueDay.DayNumber - new DateOnly(1970, 1, 1).DayNumber);
        return (all, new CalibrationSetRequest(
            0, (uint)held.Scale.PlungerPpm, held.Scale.NeedleOffsetUm, (ushort)held.Scale.BacklashUm, due, CertificateMark.Of(held.Sha256)));
    }
}
