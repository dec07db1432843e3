using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Site;

namespace MesoPen.Tests;

/// <summary>A clinic with an operator, an authoriser and a key, in which certificates are issued by the rules.</summary>
internal sealed class CertificateScene : IDisposable
{
    private readonly List<ClinicEvent> _events = [];

    public static readonly DateTimeOffset Now = new(2031, 5, 6, 13, 0, 0, TimeSpan.Zero);

    public CertificateScene()
    {
        Fold(new SiteInitialised("station-1", "Skin Clinic", "en"));
        Fold(new PersonAdded("meyer", "eng", "E. Ünal", Role.Engineer));
        Fold(new PersonAdded("meyer", "meyer", "Dr A. Meyer", Role.Administrator | Role.Clinician));
        Fold(new PersonAdded("meyer", "second", "S. Second", Role.Engineer));
        Fold(new PersonAdded("meyer", "nurse", "N. Nurse", Role.Clinician));
    }

    public ClinicState State { get; private set; } = ClinicState.Empty;

    /// <summary>All that was written so far.</summary>
    public IReadOnlyList<ClinicEvent> Events => _events;

    public SiteKey Key { get; } = SiteKey.Make();

    /// <summary>Who measures.</summary>
    public Actor Operator => Who("eng");

    /// <summary>Who authorises.</summary>
    public Actor Authoriser => Who("second");

    /// <summary>Someone, who has proved anew who he is.</summary>
    public Actor Who(string id) => new(id, State.People.All[id].Roles, "station-1", Now) { Fresh = true };

    /// <summary>Writes an event.</summary>
    public void Fold(ClinicEvent happened)
    {
        _events.Add(happened);
        State = State.Apply(new ClinicFact(State.LastSequence + 1, Now, happened));
    }

    /// <summary>What the rule says to issuing.</summary>
    public Decision Decide(CalibrationData data, Actor? who = null)
    {
        Signature measured = CertificateRules.SignMeasured(State, data, Operator, out _)!;
        return CertificateRules.Issue(State, CertificateDraft.Of(data), measured, Key, who ?? Authoriser);
    }

    /// <summary>Issues one.</summary>
    public SignedCertificate Issue(CalibrationData data)
    {
        Decision decision = Decide(data);
        Assert.Null(decision.Problem);
        foreach (ClinicEvent each in decision.Events)
        {
            Fold(each);
        }

        return SignedCertificate.Read(decision.Events.OfType<CertificateIssued>().Single().Document, out _)!;
    }

    public void Dispose() => Key.Dispose();
}
