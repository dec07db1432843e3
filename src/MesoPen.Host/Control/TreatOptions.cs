namespace MesoPen.Host.Control;

/// <summary>What <c>mesopen treat</c> was called with.</summary>
public sealed record TreatOptions
{
    /// <summary>Plan file.</summary>
    public required string Plan { get; init; }

    /// <summary>Device address: a path, tcp://HOST:PORT, or serial:PATH?baud=N.</summary>
    public required string Device { get; init; }

    /// <summary>Folder of the journal.</summary>
    public required string Data { get; init; }

    /// <summary>Zone catalogue.</summary>
    public required string Zones { get; init; }

    /// <summary>Folder of device profiles.</summary>
    public required string Profiles { get; init; }

    /// <summary>Answer every question with yes.</summary>
    public bool Yes { get; init; }

    /// <summary>Say everything as JSON lines.</summary>
    public bool Json { get; init; }

    /// <summary>Go on with the newest session of this plan that was not closed.</summary>
    public bool Resume { get; init; }

    /// <summary>File that every frame is written to; null for none.</summary>
    public string? Capture { get; init; }

    /// <summary>Serial number that the device must have; null for any.</summary>
    public string? Serial { get; init; }

    /// <summary>File of the certificates that the device is treated by; null if its own due day alone rules.</summary>
    public string? Certificates { get; init; }

    /// <summary>How long the device may be away before the run ends with exit code 6.</summary>
    public TimeSpan LinkPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who treats, for the records.</summary>
    public string Person { get; init; } = Environment.UserName;
}
