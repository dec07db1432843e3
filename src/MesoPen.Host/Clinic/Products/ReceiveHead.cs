namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to put a needle head on the shelf: by its scan, typed, or both.</summary>
/// <param name="HeadTypeId">Its type; may be left out if the GTIN names it.</param>
/// <param name="HeadId">Its id; if left out the serial number, or lot and running number.</param>
/// <param name="Scan">What the scanner sent.</param>
/// <param name="Gtin">GTIN of the package.</param>
/// <param name="Lot">Its lot.</param>
/// <param name="SterileUntil">Last day on which it is sterile.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="RunningNumber">Which of its lot, from 1, where heads have no serial number.</param>
public sealed record ReceiveHead(
    string? HeadTypeId = null, string? HeadId = null, string? Scan = null, string? Gtin = null, string? Lot = null, DateOnly? SterileUntil = null,
    string? Serial = null, int? RunningNumber = null);
