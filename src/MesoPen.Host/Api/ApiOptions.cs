namespace MesoPen.Host.Api;

/// <summary>What the API needs to begin.</summary>
public sealed record ApiOptions
{
    /// <summary>Addresses to listen on; port 0 takes a free one. Without HTTPS only addresses of this very machine.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5480"];

    /// <summary>Id of this station: on events and rows of its own.</summary>
    public required string Station { get; init; }

    /// <summary>Host names, without ports, that requests may be addressed to, besides those in <see cref="Urls"/>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Certificate for https, PEM or PKCS #12; null for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>Private key of a PEM certificate.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Whether /metrics answers.</summary>
    public bool Prometheus { get; init; } = true;

    /// <summary>Where traces and metrics are sent by OTLP; null for nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>A calibration that ends within so many days makes the station's health degraded.</summary>
    public int CalibrationWarningDays { get; init; } = 30;

    /// <summary>Data folder, for the room on its disk; null if nothing lies on a disk.</summary>
    public string? Data { get; init; }

    /// <summary>Zone catalogue; null for the one beside the program.</summary>
    public string? Zones { get; init; }

    /// <summary>Folder of device profiles; null for the one beside the program.</summary>
    public string? Profiles { get; init; }

    /// <summary>Address of the station's device; null if it treats with those that were saved.</summary>
    public string? Device { get; init; }

    /// <summary>Addresses that are looked at for devices, besides the serial ports of this computer.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Where this computer shows its ports.</summary>
    public Diagnostics.SystemView View { get; init; } = Diagnostics.SystemView.Local;

    /// <summary>Where the simulator of a simulated device takes orders, HOST:PORT of this computer; null for nowhere.</summary>
    public string? Simulator { get; init; }

    /// <summary>How much is logged.</summary>
    public Microsoft.Extensions.Logging.LogLevel LogLevel { get; init; } = Microsoft.Extensions.Logging.LogLevel.Warning;

    /// <summary>Most bytes of a request's body.</summary>
    public int BodyBytesMax { get; init; } = 1 << 20;

    /// <summary>Most sign-ins tried in a minute from one address.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Most requests a second by one person or program, in the long run; four seconds' worth may come at once.</summary>
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Folder with the built console; null for that beside the program.</summary>
    public string? Console { get; init; }
}
