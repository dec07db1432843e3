using System.Globalization;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using MesoPen.Host.Links;

namespace MesoPen.Host.Configuration;

/// <summary>Everything that can be configured. docs/configuration.md is written from it.</summary>
internal static class SettingsCatalogue
{
    /// <summary>Folder of the journal and of what else the station keeps.</summary>
    public const string Data = "Data";

    /// <summary>Connection string of the shared database.</summary>
    public const string Database = "Store:Database";

    /// <summary>Id of this station.</summary>
    public const string Station = "Station:Id";

    /// <summary>Address of the device.</summary>
    public const string Device = "Station:Device";

    /// <summary>More addresses to look at.</summary>
    public const string Devices = "Station:Devices";

    /// <summary>Where a simulated device takes orders.</summary>
    public const string Simulator = "Station:Simulator";

    /// <summary>Zone catalogue.</summary>
    public const string Zones = "Files:Zones";

    /// <summary>Folder of device profiles.</summary>
    public const string Profiles = "Files:Profiles";

    /// <summary>Where the API listens.</summary>
    public const string Urls = "Api:Urls";

    /// <summary>Certificate for https.</summary>
    public const string Certificate = "Api:Certificate";

    /// <summary>Key of the certificate.</summary>
    public const string CertificateKey = "Api:CertificateKey";

    /// <summary>Host names that requests may name.</summary>
    public const string Hosts = "Api:Hosts";

    /// <summary>Whether /metrics answers.</summary>
    public const string Prometheus = "Telemetry:Prometheus";

    /// <summary>Where traces and metrics are sent.</summary>
    public const string Otlp = "Telemetry:Otlp";

    /// <summary>When a calibration is near its end.</summary>
    public const string CalibrationWarning = "Health:CalibrationWarningDays";

    /// <summary>How much is logged.</summary>
    public const string LogLevel = "Log:Level";

    private static readonly string Hardware = Path.Combine(AppContext.BaseDirectory, "hardware");

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(Data, null, "Folder of the station's journal; made if it is missing.", Required: true),
        new(Station, "station-1", "Id of this station: on every row that it writes, and unique among the stations of one database.", Id),
        new(Device, null, "Address of the device that this station treats with: a path, serial:PATH?baud=N or tcp://HOST:PORT. Without one it treats with those that were tested and saved."),
        new(Devices, null, "Addresses that are looked at for devices besides the serial ports of this computer, with commas between them: a pseudo-terminal, tcp://HOST:PORT.", Addresses),
        new(Simulator, null, "Where the simulator of a simulated device takes orders: HOST:PORT of this computer, as mesopen-sim --control PORT says. Of a real device it is not used.", Loopback),
        new(Database, null, "Connection string of the PostgreSQL database that several stations share. Without one the clinic's records lie in the data folder.", Secret: true),
        new(Zones, Path.Combine(Hardware, "zones.yaml"), "Zone catalogue.", ExistingFile),
        new(Profiles, Path.Combine(Hardware, "profiles"), "Folder of device profiles.", ExistingFolder),
        new(Urls, "http://127.0.0.1:5480", "Addresses to listen on, with commas between them. Beyond this computer only https is taken.", UrlList),
        new(Certificate, null, "Certificate for https: a PEM file (with Api:CertificateKey) or a PKCS #12 file without a password.", ExistingFile),
        new(CertificateKey, null, "Private key of the certificate, a PEM file.", ExistingFile),
        new(Hosts, "localhost,127.0.0.1,[::1]", "Host names, without ports, that requests may be addressed to, with commas between them."),
        new(Prometheus, "true", "Whether /metrics answers, for Prometheus: it holds no data of patients.", Boolean),
        new(Otlp, null, "Where traces and metrics are sent by OTLP, such as http://127.0.0.1:4317. Without it nothing is sent.", Url),
        new(CalibrationWarning, "30", "A calibration that ends within so many days makes the station's health degraded.", Days),
        new(LogLevel, "Warning", "How much is logged: Trace, Debug, Information, Warning, Error, Critical or None.", Level),
    ];

    private static string? Id(string value) => Words.IsId(value) ? null : $"takes {Words.IdRule}";

    private static string? Addresses(string value) => value.Split(',', StringSplitOptions.TrimEntries)
        .Select(each => DeviceAddress.TryParse(each, DeviceAddress.DefaultBaud, out _, out string? problem) ? null : problem)
        .FirstOrDefault(problem => problem is not null) is { } wrong ? $"takes addresses with commas between them. {wrong}" : null;

    private static string? Loopback(string value) => SimulatorLine.Parse(value) is null ? "takes HOST:PORT of this computer, such as 127.0.0.1:5490" : null;

    private static string? ExistingFile(string value) => File.Exists(value) ? null : $"names the file {value}, which does not exist";

    private static string? ExistingFolder(string value) => Directory.Exists(value) ? null : $"names the folder {value}, which does not exist";

    private static string? Boolean(string value) => value is "true" or "false" ? null : "takes true or false";

    private static string? Url(string value) => Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
        ? null
        : "takes an address that begins with http:// or https://";

    private static string? UrlList(string value)
    {
        string[] urls = value.Split(',', StringSplitOptions.TrimEntries);
        return urls.Length > 0 && urls.All(each => Url(each) is null) ? null : "takes addresses that begin with http:// or https://, with commas between them";
    }

    private static string? Days(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 3660
        ? null
        : "takes a number of days from 0 to 3660";

    private static string? Level(string value) => Enum.TryParse<Microsoft.Extensions.Logging.LogLevel>(value, out _) && !char.IsAsciiDigit(value[0])
        ? null
        : "takes Trace, Debug, Information, Warning, Error, Critical or None";
}
