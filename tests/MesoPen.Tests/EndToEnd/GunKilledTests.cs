namespace MesoPen.Tests.EndToEnd;

/// <summary>The device's process is killed at any instant, which is its power cut, and started again on its memory.</summary>
public sealed class GunKilledTests
{
    [Theory]
    [MemberData(nameof(Instant.Indices), MemberType = typeof(Instant))]
    public async Task Gun_killed_at_any_instant_is_found_again_and_the_treatment_finishes(int index)
    {
        // Aim: the running host reconnects, settles by the device's journal, and completes; every stroke is in the record once, as it was.
        Instant instant = Instant.Of(index, kind: 2);
        TestContext.Current.TestOutputHelper?.WriteLine(instant.ToString());
        await using TreatmentRoom room = new();
        RunningProgram gun = await room.StartGunAsync(instant.Seed & 0xFFFF);
        RunningProgram treatment = room.StartTreatment();
        await instant.ComeAsync(treatment);
        await room.KillGunAsync(gun);
        await room.StartGunAsync(instant.Seed & 0xFFFF);

        Assert.True(await treatment.ExitAsync() == 0, $"{instant}\n{treatment.Said()}");

        Judge.Complete(Summary.Of(treatment), room.Truth, room.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }

    [Fact]
    public async Task Gun_that_stays_away_ends_the_run_with_what_is_unknown_and_a_resumed_run_settles_it()
    {
        // Aim: exit 6; the summary calls what the permit still allowed unknown; with the gun back, resuming settles all and completes.
        await using TreatmentRoom room = new(QuickPlan.Slow);
        RunningProgram gun = await room.StartGunAsync();
        RunningProgram first = room.StartTreatment("--link-patience", "1");
        await first.LineAsync("\"shot\":2,");
        await room.KillGunAsync(gun);

        Assert.True(await first.ExitAsync() == 6, first.Said());
        Summary lost = Summary.Of(first);
        Assert.Equal("link-lost", lost.Outcome);
        Assert.InRange(lost.Zones.Sum(zone => zone.UnknownNl), 1, long.MaxValue);
        Judge.WithinZones(lost, room.Truth);

        await room.StartGunAsync();
        RunningProgram second = room.StartTreatment("--resume");
        Assert.True(await second.ExitAsync() == 0, second.Said());
        Judge.Complete(Summary.Of(second), room.Truth, room.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }
}
