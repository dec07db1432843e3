using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Tests;

public sealed class ClockSenseTests
{
    private static readonly DateTimeOffset Written = new(2031, 5, 6, 10, 0, 0, TimeSpan.Zero);

    // Aim: a clock that was set back arms nothing, so that nothing that has expired is valid again; one that is a little late does; rows that came in
    // another order than their clocks say do not hide the latest.
    [Theory]
    [InlineData(0, false)]
    [InlineData(-5, false)]
    [InlineData(-6, true)]
    [InlineData(-1_000_000, true)]
    [InlineData(100, false)]
    public void A_clock_behind_the_records_arms_nothing(int minutes, bool blocks)
    {
        ClinicState state = ClinicState.Empty.Apply(Fact(1, Written)).Apply(Fact(2, Written.AddDays(-3)));
        TreatmentIntent intent = new("S-1", "carla", "P-1", "PL-1", 1, "V-1", "H-1", "gun-5", 5);
        Assert.Equal(blocks ? "clock-behind" : null, ClockSense.Blocks(state, intent, Written.AddMinutes(minutes))?.Type.Id);
    }

    private static ClinicFact Fact(long sequence, DateTimeOffset at) =>
        new(sequence, at, new PatientRegistered("carla", $"P-{sequence}", "AB", 1980, Sex.Female, 3));
}
