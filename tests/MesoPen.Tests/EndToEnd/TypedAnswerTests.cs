namespace MesoPen.Tests.EndToEnd;

/// <summary>A person at the keyboard: answers, pauses, says no. Everything in words, as a terminal shows it.</summary>
public sealed class TypedAnswerTests
{
    private const string Question = "[y = yes, n = stop]";

    [Fact]
    [Trait("Requirement", "SR-127")]
    public async Task Treatment_asks_before_each_step_and_goes_on_with_each_yes()
    {
        // Aim: nothing moves before a person has agreed to it: to the prime, to needle, screening and consent, to each zone.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 12);
        RunningProgram host = room.StartHost("treat", room.Plan, "--device", room.Address, "--data", room.Data);
        string[] expected =
        [
            "Prime 100 µL?", "did the patient consent?", "Arm forehead: 6 points", "Arm cheek.left: 5 points", "Arm cheek.right: 5 points",
        ];
        for (int asked = 0; asked < expected.Length; asked++)
        {
            string words = expected[asked];
            await host.LineAsync(
                line => line.Contains(Question, StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
            int fired = room.Truth.Strokes.Count;
            Assert.Equal(asked < 3 ? 0 : asked == 3 ? 6 : 11, fired);
            host.Type("y");
        }

        Assert.True(await host.ExitAsync() == 0, host.Said());
        Assert.Equal(expected.Length, host.Lines.Count(line => line.Contains(Question, StringComparison.Ordinal)));
        Assert.Contains(host.Lines, line => line.Contains("completed", StringComparison.Ordinal));
        Assert.Equal(QuickPlan.Points, room.Truth.Strokes.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-126")]
    public async Task No_to_a_question_stops_and_nothing_is_fired()
    {
        // Aim: whoever says no is taken at their word.
        await using TreatmentRoom room = new();
        await room.StartGunAsync(seed: 13);
        RunningProgram host = room.StartHost("treat", room.Plan, "--device", room.Address, "--data", room.Data);
        await host.LineAsync("Prime 100 µL?");
        host.Type("n");

        Assert.True(await host.ExitAsync() == 5, host.Said());
        Assert.Empty(room.Truth.Strokes);
        Assert.DoesNotContain(room.Truth.Events, each => each.Name == "plunger_moves");
    }

    [Fact]
    public async Task Pause_typed_while_firing_settles_and_the_treatment_goes_on()
    {
        // Aim: a pause ends the permit, loses nothing, and the zone goes on where it was.
        await using TreatmentRoom room = new(QuickPlan.Slow);
        await room.StartGunAsync(seed: 14);
        RunningProgram host = room.StartTreatment();
        await host.LineAsync("\"shot\":2,");
        host.Type("p");
        await host.LineAsync("Paused by ");

        Assert.True(await host.ExitAsync() == 0, host.Said());
        Judge.Complete(Summary.Of(host), room.Truth, room.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }
}
