using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Host.Loop;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>
/// Leads a person through a treatment: prime, confirm, arm zone after zone, go on after a pause, end. It decides nothing that the kernel
/// decides; it asks the person and passes the wish on.
/// </summary>
internal sealed class TreatmentScript : IDisposable
{
    // Arming again and again without a single shot between helps nobody.
    private const int FruitlessArmsMax = 5;

    // Neither does priming: each try may cost product.
    private const int FruitlessPrimesMax = 5;

    // How long readiness or settling may take before the person is told what is missing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly EventLoop _loop;
    private readonly ControlLoop _control;
    private readonly TreatmentPlan _plan;
    private readonly IOperatorDesk _desk;
    private readonly string _person;
    private readonly TimeSpan _linkPatience;
    private readonly ITimer _patience;
    private SessionState _seen;
    private string? _question;
    private bool _confirmed;
    private bool _mayRelease;
    private bool _closing;
    private uint _shotAtArm;
    private int _fruitlessArms;
    private int _fruitlessPrimes;
    private string _missing = "";
    private string? _calibration;
    private uint _toldBoot;

    /// <param name="loop">The loop.</param>
    /// <param name="control">The control loop.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="desk">Where the person sits.</param>
    /// <param name="person">Who answers, for the records.</param>
    /// <param name="resumed">The session goes on with an earlier one: its stop or fault may be released once, by the person who resumed it.</param>
    /// <param name="linkPatience">How long the device may be away.</param>
    public TreatmentScript(EventLoop loop, ControlLoop control, TreatmentPlan plan, IOperatorDesk desk, string person, bool resumed, TimeSpan linkPatience)
    {
        (_loop, _control, _plan, _desk, _person, _mayRelease, _linkPatience) = (loop, control, plan, desk, person, resumed, linkPatience);
        _patience = loop.CreateTimer(_ => OnPatienceLost(), null, linkPatience, Timeout.InfiniteTimeSpan);
        _control.Changed = Advance;
        _control.Noticed = desk.Notice;
    }

    /// <summary>What was issued for devices, and what of it was revoked; null if a device's own due day alone rules.</summary>
    public CertificatesState? Certificates { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public TreatmentOutcome? Outcome { get; private set; }

    /// <summary>Called once, on the loop, when it ended.</summary>
    public Action? Ended { get; set; }

    /// <inheritdoc />
    public void Dispose() => _patience.Dispose();

    private Session Session => _control.Session;

    private void Advance()
    {
        if (Outcome is not null)
        {
            return;
        }

        if (_control.Refusal is { } refusal)
        {
            End(TreatmentOutcome.Faulted, refusal.Sentence);
            return;
        }

        if (Session.State != _seen)
        {
            (_seen, _missing) = (Session.State, "");
            Withdraw();
            _patience.Change(Session.IsIn(SessionState.Offline) ? _linkPatience : Patience, Timeout.InfiniteTimeSpan);
        }

        // What latched in an earlier run, or between that and this, may be released once. What latches from here on ends the run.
        _mayRelease &= !_control.StopAsked && !Session.IsIn(SessionState.Online);
        if (_control.StopAsked)
        {
            Withdraw();
        }

        _desk.Progress(Session, _plan);
        if (_closing && Session.AllWritten && !Session.IsIn(SessionState.Stopped))
        {
            // Whether the device is still there does not matter any more.
            End(TreatmentOutcome.Completed, "Every zone had its points.");
            return;
        }

        switch (Session.State)
        {
            case SessionState.Standby: OnStandby(); break;
            case SessionState.Ready: OnReady(); break;
            case SessionState.Paused: OnPaused(); break;
            case SessionState.Faulted or SessionState.EmergencyStopped: OnStopped(); break;
            default: break;
        }
    }

    /// <summary>Looks once a boot of the device how its calibration stands, and tells the kernel the range. True if that changed anything.</summary>
    private bool LookAtCalibration()
    {
        if (Certificates is not { } certificates || _control.Facts is not { } facts || facts.BootId == _toldBoot)
        {
            return false;
        }

        _toldBoot = facts.BootId;
        HeldCalibration held = new(facts.Serial, facts.Scale, facts.Certificate, facts.Status.ShotCounter);
        DateOnly today = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(_control.NowUnixMs).UtcDateTime);
        _calibration = CertificateStanding.Refusing(certificates, held, today)?.Sentence;
        _control.Take(new SessionEvent.Calibrated(_control.NowUnixMs, CalibratedLimits.Of(certificates, facts.Serial)));
        if (_calibration is { } reason)
        {
            _control.Take(new SessionEvent.Withdraw(_control.NowUnixMs, Readiness.Calibration, reason));
        }

        return true;
    }

    private void OnStandby()
    {
        if (LookAtCalibration())
        {
            // What the kernel was told has come back here by now.
            return;
        }

        if (_calibration is { } reason)
        {
            End(TreatmentOutcome.Refused, reason);
        }
        else if (_plan.Check(Session.Limits) is { IsEmpty: false } refusals)
        {
            // Before product is spent on a prime.
            End(TreatmentOutcome.Refused, refusals[0].Sentence);
        }
        else if (Session.Device is { SelfTested: true, Primed: false, Condition: DeviceCondition.Idle } && Session.Settled)
        {
            if (_fruitlessPrimes == FruitlessPrimesMax)
            {
                End(TreatmentOutcome.Refused, $"The line was not primed in {FruitlessPrimesMax} tries: hold the device off the skin and look at the cartridge.");
                return;
            }

            Ask($"Hold the device off the skin, over a swab. Prime {_plan.Prime}?", at =>
            {
                _fruitlessPrimes++;
                return new SessionEvent.Prime(at);
            });
        }
        else
        {
            _missing = "the device did not pass its self-test: hold it off the skin";
        }
    }

    private void OnReady()
    {
        _fruitlessPrimes = 0;
        if (!_confirmed)
        {
            Ask("Is the needle head new, was the patient screened, did the patient consent?", at =>
            {
                _confirmed = true;
                return new SessionEvent.Confirm(at, _calibration is null ? Readiness.All : Readiness.All & ~Readiness.Calibration, _person);
            });
        }
        else
        {
            GoOn();
        }
    }

    private void OnPaused()
    {
        if (Session.LimitReached is { Limit.Kind: LimitKind.NeedleSticksMax })
        {
            Ask("The needle head has had its shots. Fit a new one. Is it fitted?", at => new SessionEvent.ChangeNeedle(at, _person));
        }
        else if (Session.LimitReached is { } limit)
        {
            // What the permit still allowed is settled first, so that nothing is left unknown that can be known.
            if (Session.Settled && Session.AllWritten)
            {
                End(TreatmentOutcome.Refused, limit.Sentence);
            }
        }
        else
        {
            GoOn();
        }
    }

    /// <summary>
    /// The zone that was armed last if points are left in it, else the next one; without any the session is closed. The last point of a zone may
    /// have been settled in a pause, so this is asked after one as it is at the beginning.
    /// </summary>
    private void GoOn()
    {
        if (Session.Zone is { } last && Session.State == SessionState.Paused && Session.Remaining(last) > 0)
        {
            Arm(last, $"Go on with {last.Zone}: {Points(Session.Remaining(last))} left?");
        }
        else if (NextZone() is { } zone)
        {
            Arm(zone, $"Arm {zone.Zone}: {Points(Session.Remaining(zone))}, {zone.Dose} each, {zone.TissueDepth} deep?");
        }
        else if (!Session.Settled)
        {
            // The last points are unknown and stay it until a person takes them over.
            _missing = "every shot settled";
        }
        else if (!_closing)
        {
            _closing = true;
            _control.Take(new SessionEvent.Close(_control.NowUnixMs, "completed"));
        }
    }

    private static string Points(int count) => count == 1 ? "1 point" : $"{count} points";

    private void OnStopped()
    {
        if (!Session.StandsStill || !Session.Settled)
        {
            _missing = "the device did not confirm that it stands still, or not every shot could be settled";
        }
        else if (_mayRelease)
        {
            Ask("A stop or fault is latched. Is the patient well and may it be released?", at =>
            {
                _mayRelease = false;
                return new SessionEvent.Clear(at, _person, "treatment resumed");
            });
        }
        else if (Session.Releasing)
        {
            _missing = "the device did not confirm the release";
        }
        else if (Session.AllWritten && Session.Device is { Condition: DeviceCondition.Stopped or DeviceCondition.Faulted })
        {
            End(StoppedOutcome, "The device stands still; every shot is settled. Go on with --resume.");
        }
    }

    private TreatmentOutcome StoppedOutcome => Session.State == SessionState.EmergencyStopped ? TreatmentOutcome.Stopped : TreatmentOutcome.Faulted;

    private void Arm(ZonePlan zone, string question)
    {
        IReadOnlyCollection<string> blockers = Session.ArmBlockers(zone, _control.NowUnixMs);
        _missing = string.Join(", ", blockers);
        if (blockers.Count > 0)
        {
            return;
        }

        Ask(question, at =>
        {
            _fruitlessArms = Session.Ledger.LastShot == _shotAtArm ? _fruitlessArms + 1 : 0;
            _shotAtArm = Session.Ledger.LastShot;
            return new SessionEvent.Arm(at, zone.Tag);
        });
        if (_fruitlessArms > FruitlessArmsMax)
        {
            End(TreatmentOutcome.Faulted, "The device ends every permit before a shot: check the link and this computer with mesopen doctor.");
        }
    }

    private ZonePlan? NextZone()
    {
        foreach (ZonePlan zone in _plan.Zones)
        {
            if (Session.Remaining(zone) > 0)
            {
                return zone;
            }
        }

        return null;
    }

    /// <summary>Asks once; a yes becomes the event, unless the situation has changed meanwhile.</summary>
    private void Ask(string question, Func<long, SessionEvent> yes)
    {
        if (_question is not null)
        {
            return;
        }

        _question = question;
        _patience.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _desk.Ask(question, answer => _loop.Post(() => OnAnswer(question, answer, yes)));
    }

    private void OnAnswer(string question, bool answer, Func<long, SessionEvent> yes)
    {
        if (_question != question || Outcome is not null)
        {
            return;
        }

        _question = null;
        if (answer)
        {
            _patience.Change(Patience, Timeout.InfiniteTimeSpan);
            _control.Take(yes(_control.NowUnixMs));
        }
        else
        {
            _control.RequestStop(_person);
        }
    }

    private void Withdraw()
    {
        if (_question is not null)
        {
            _question = null;
            _desk.Withdraw();
        }
    }

    private void OnPatienceLost()
    {
        if (Outcome is not null)
        {
            return;
        }

        if (Session.IsIn(SessionState.Offline))
        {
            End(TreatmentOutcome.LinkLost, "The device was not found in time. What is not known is shown as unknown; go on with --resume.");
        }
        else if (Session.IsIn(SessionState.Stopped))
        {
            End(StoppedOutcome, $"Ended, though {_missing}. Go on with --resume.");
        }
        else if (!Session.IsIn(SessionState.Armed) && Session.RecordsFail is null && _missing.Length > 0)
        {
            End(TreatmentOutcome.Refused, $"Not armed; needed first: {_missing}.");
        }
        else
        {
            _patience.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void End(TreatmentOutcome outcome, string text)
    {
        Outcome = outcome;
        Withdraw();
        _desk.Notice(outcome == TreatmentOutcome.Completed ? NoticeKind.Info : outcome == TreatmentOutcome.Refused ? NoticeKind.Refused : NoticeKind.Stopped, text);
        Ended?.Invoke();
    }
}
