using System.Diagnostics;
using MesoPen.Host.Control;
using MesoPen.Simulator;

namespace MesoPen.Tests.Treatment;

public sealed class TreatmentTests
{
    public static TheoryData<string> Plans => [.. PlanShelf.Ids];

    [Theory]
    [MemberData(nameof(Plans))]
    [Trait("Requirement", "SR-013")]
    [Trait("Requirement", "SR-030")]
    [Trait("Requirement", "SR-040")]
    [Trait("Requirement", "SR-100")]
    public void Treatment_of_every_plan_completes_and_its_record_equals_the_truth(string plan)
    {
        // The main job: the plan is carried out whole, and what the journal says of each shot is what the plant did.
        long began = Stopwatch.GetTimestamp();
        using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = PlanShelf.Input(plan) });
        Assert.True(treatment.StartHost());

        Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(600_000));

        double real = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{plan}: {treatment.Ms} virtual ms in {real:0} ms, {treatment.Ms / real:0} × real time");
        Assert.Equal(PlanShelf.Input(plan).Plan.Zones.Sum(zone => zone.Points), treatment.Strokes.Count);
        Assert.Empty(TruthComparison.Of(treatment));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    [Trait("Requirement", "SR-153")]
    public void Treatment_of_one_seed_twice_gives_the_same_bytes_and_records(string plan)
    {
        // Determinism: nothing in the control path depends on anything but its input; another seed gives another run.
        ulong one = Hash(7);

        Assert.Equal(one, Hash(7));
        Assert.NotEqual(one, Hash(8));

        ulong Hash(int seed)
        {
            using VirtualTreatment treatment = new(new VirtualTreatmentOptions { Input = PlanShelf.Input(plan), Seed = seed, Operator = OperatorPace.Fast });
            treatment.StartHost();
            Assert.Equal(TreatmentOutcome.Completed, treatment.RunToOutcome(600_000));
            return treatment.Trace.Value;
        }
    }
}
