using MesoPen.Host.Calibration;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What a scenario runs on.</summary>
internal sealed record ScenarioRig
{
    /// <summary>The device that answers, if not the plan's profile says it; null for that one.</summary>
    public string? Device { get; init; }

    /// <summary>Caps of the device other than its profile's, as <c>mesopen-sim --caps</c> takes them; null for none.</summary>
    public string? Caps { get; init; }

    /// <summary>Constants of the plant other than the profile's, by their place in it (<c>fluid.viscosity_upas</c>).</summary>
    public IReadOnlyDictionary<string, string> Plant { get; init; } = new Dictionary<string, string>();

    /// <summary>Who holds the device.</summary>
    public OperatorPace Operator { get; init; } = OperatorPace.Fast;

    /// <summary>What the line does to frames; null if it is drawn from the seed.</summary>
    public LinkWeather? Weather { get; init; } = LinkWeather.Clear;

    /// <summary>Faults, each with its own time.</summary>
    public IReadOnlyList<FaultSpec> Faults { get; init; } = [];

    /// <summary>The faults as they were written.</summary>
    public IReadOnlyList<string> FaultTexts { get; init; } = [];

    /// <summary>The calibration's last day, days since 1970-01-01; 0 is never.</summary>
    public uint CalibrationDueDay { get; init; } = 47_481;

    /// <summary>Certificates that the host is given; null if none, and then the device's own day alone rules.</summary>
    public CertificatesState? Certificates { get; init; }

    /// <summary>What the device holds of them; null for nothing.</summary>
    public CalibrationSetRequest? Adjustment { get; init; }

    /// <summary>Wall clock at the beginning; null for an ordinary day.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How long a person takes to answer, ms.</summary>
    public int AnswerMs { get; init; } = 5;

    /// <summary>What a person answers to questions that hold a text; yes to all others.</summary>
    public IReadOnlyList<(string Question, string Answer)> Answers { get; init; } = [];

    /// <summary>How long the device may be away before a run of treat ends, ms.</summary>
    public int LinkPatienceMs { get; init; } = 30_000;

    /// <summary>How long a person waits before starting the host again after a run that did not complete, ms; null if nobody does.</summary>
    public int? ResumeMs { get; init; }

    /// <summary>How often that person does so at most.</summary>
    public int ResumesMax { get; init; } = 20;

    /// <summary>How long the disk takes for a write, ms.</summary>
    public int DiskMs { get; init; }
}
