namespace MesoPen.Tests.EndToEnd;

/// <summary>A whole treatment: the host and a simulated gun, each a process of its own, a real line between them.</summary>
public sealed class TreatmentTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "SR-100")]
    public async Task Treatment_over_a_pseudo_terminal_or_TCP_completes_and_its_record_equals_the_truth(bool tcp)
    {
        // Aim: exit 0; every shot in the summary as the needle fired it, none missing, none twice; the journal verifies.
        await using TreatmentRoom room = new();
        RunningProgram gun = await room.StartGunAsync(seed: 3, tcp);
        RunningProgram treatment = room.StartTreatment();

        Assert.True(await treatment.ExitAsync() == 0, treatment.Said());

        Summary summary = Summary.Of(treatment);
        Judge.Complete(summary, room.Truth, room.Profile.Tolerance);
        Assert.Equal(QuickPlan.Points, summary.Shots.Count);
        await room.VerifyRecordsAsync();
        gun.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);
        Assert.Equal(0, await gun.ExitAsync());
    }

    [Fact]
    public async Task Records_of_a_treatment_hold_the_same_shots_as_its_summary()
    {
        // Aim: what is shown at the end and what stands in the journal are the same, shot by shot.
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        RunningProgram treatment = room.StartTreatment();
        Assert.True(await treatment.ExitAsync() == 0, treatment.Said());

        IReadOnlyList<string> records = await room.RunHostAsync(0, "records", "show", "--data", room.Data, "--json");

        Assert.Equal(Summary.Of(treatment).Shots, Journal.Of(records).Shots);
    }
}
