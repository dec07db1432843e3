using System.Globalization;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Certificates in a file, for treating by plan files: where no clinic keeps records, nobody else can tell what was issued and what was revoked
/// (docs/plans.md).
/// </summary>
internal static class CertificatesFile
{
    private const int NewestSchema = 1;
    private const int Sha256Digits = 64;

    private static DeviceScale Nominal => DeviceScale.Nominal;

    /// <summary>Keys of one certificate.</summary>
    public static string[] Keys { get; } =
    [
        "id", "kind", "serial", "sha256", "issued", "due", "shots_max", "min", "max", "plunger_ppm", "needle_offset_um", "backlash_um", "revoked",
    ];

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static CertificatesState Load(string path)
    {
        MapReader root = new(path, YamlTree.Read(InputFile.Read(path)), "the file of certificates", "certificates", "issued");
        root.Schema("certificates", NewestSchema);
        return Read(root.Maps("issued", "certificate", Keys));
    }

    /// <summary>Certificates in the order of issue.</summary>
    /// <param name="items">Each with <see cref="Keys"/>.</param>
    /// <param name="serial">Serial number of the device where one names none; null if each has to.</param>
    /// <exception cref="InputException">One of them is not what it must be.</exception>
    public static CertificatesState Read(IEnumerable<MapReader> items, string? serial = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        CertificatesState all = CertificatesState.Empty;
        long sequence = 0;
        foreach (MapReader item in items)
        {
            CertificateIssued issued = ReadOne(item, serial);
            if (all.All.ContainsKey(issued.CertificateId))
            {
                throw item.Error("id", $"Certificate {issued.CertificateId} stands here twice: keep one.");
            }

            DateTimeOffset at = item.Has("issued") ? DateTimeOffset.UnixEpoch.AddDays(item.Day("issued")) : DateTimeOffset.UnixEpoch;
            all = all.Apply(new ClinicFact(++sequence, at, issued));
            if (item.OptionalText("revoked") is { } reason)
            {
                Signature none = new("", "", at, "revoked", "");
                all = all.Apply(new ClinicFact(++sequence, at, new CertificateRevoked("the file", issued.CertificateId, reason, none)));
            }
        }

        return all;
    }

    private static CertificateIssued ReadOne(MapReader item, string? serial)
    {
        string id = item.Text("id");
        string sha256 = item.Text("sha256").ToLowerInvariant();
        if (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigit))
        {
            throw item.Error("sha256", $"sha256 of certificate {id} takes {Sha256Digits} hexadecimal digits.");
        }

        long min = item.Number("min", 0, int.MaxValue);
        long max = item.Number("max", min, int.MaxValue);
        DeviceScale scale = new(
            (int)(item.OptionalNumber("plunger_ppm", Nominal.PlungerPpm - DeviceScale.PpmReach, Nominal.PlungerPpm + DeviceScale.PpmReach) ?? Nominal.PlungerPpm),
            Offset(item),
            (int)(item.OptionalNumber("backlash_um", 0, DeviceScale.BacklashMaxUm) ?? 0));
        CalibrationKind kind = item.Word("kind", "volume", "depth", "occlusion") switch
        {
            "volume" => CalibrationKind.Volume,
            "depth" => CalibrationKind.Depth,
            _ => CalibrationKind.Occlusion,
        };
        return new CertificateIssued(
            "the file", id, id, "", item.OptionalText("serial") ?? serial ?? item.Text("serial"), kind, sha256, null, "",
            DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(item.Day("due")), item.OptionalNumber("shots_max", 0, uint.MaxValue), min, max, scale, [], "");
    }

    /// <summary>The one value that may be below zero.</summary>
    private static int Offset(MapReader item) => item.OptionalText("needle_offset_um") is not { } text ? 0
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int um) && um is >= -DeviceScale.OffsetReachUm and <= DeviceScale.OffsetReachUm ? um
        : throw item.Error("needle_offset_um", $"needle_offset_um is {Quoted.Of(text)}: write a whole number from -500 to 500.");
}
