using MesoPen.Host.Clinic.People;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>The beginning of a calibration, from what was asked and from what the device says of itself.</summary>
internal static class CalibrationBeginning
{
    /// <summary>A new id.</summary>
    public static string NewId() => "K-" + Passwords.Secret()[..12];

    /// <summary>The beginning; references are added by the rule.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="calibrationId">Id of the calibration.</param>
    /// <param name="station">Id of the station.</param>
    /// <param name="address">Where the device is.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="profile">Its profile.</param>
    /// <param name="shots">Shots in one weighing of a dose, nL.</param>
    public static CalibrationBegun Of(
        BeginCalibration asked, string calibrationId, string station, string address, DeviceFacts facts, DeviceProfile profile, Func<long, int> shots) => new(
        "", calibrationId, station, asked.Kind,
        new CalibratedDevice(facts.Model, facts.Serial, facts.FirmwareVersion.ToString(), facts.Needles, facts.Simulated, asked.HeadLot, asked.Condition),
        CalibrationSetups.Of(asked, profile, shots),
        CalibrationSetups.BenchOf(
            asked, address, asked.Instrument is { } instrument ? InstrumentAddress.Parse(instrument).Protocol?.Word() : null,
            new HeldScale(facts.Scale, facts.CalibrationDueDay, facts.Certificate), facts.Needles));

    /// <summary>The instrument that a calibration is measured with.</summary>
    public static IInstrument InstrumentOf(CalibrationRun run, IBenchHand hand, TimeProvider clock) => run.Begun.Bench.Instrument is { } address
        ? InstrumentAddress.Parse(address).NewInstrument(new InstrumentOptions(), clock)
        : new HandInstrument(hand, run.Begun.Kind == CalibrationKind.Depth ? InstrumentQuantity.Length : InstrumentQuantity.Mass, clock);

    /// <summary>Why a device is no item for this station; null if it is one.</summary>
    public static string? Unfit(DeviceFacts facts, IReadOnlyDictionary<string, DeviceProfile> profiles) =>
        !profiles.TryGetValue(facts.Model, out DeviceProfile? profile)
            ? $"The device says that it is a {facts.Model}, of which there is no profile here: there are {string.Join(", ", profiles.Keys)}."
        : profile.Needles != facts.Needles
            ? $"The device says that its head has {facts.Needles} needles, and the profile {facts.Model} has {profile.Needles}."
        : null;
}
