using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The line is closed at any instant and opened again, while host and device go on.</summary>
public sealed class LinkCutTests
{
    [Theory]
    [MemberData(nameof(Instant.Indices), MemberType = typeof(Instant))]
    public async Task Line_closed_at_any_instant_and_opened_again_the_treatment_finishes(int index)
    {
        // Aim: whichever way the line is cut, the running host finds the device again, settles, and completes.
        Instant instant = Instant.Of(index, kind: 3);
        string way = (index % 3) switch { 0 => "pseudo-terminal", 1 => "TCP", _ => "the gun's own end" };
        TestContext.Current.TestOutputHelper?.WriteLine($"{way}: {instant}");
        await using TreatmentRoom room = new();
        RunningProgram treatment;
        if (index % 3 == 2)
        {
            // Anywhere in a shot, by the gun's own clock.
            int shot = 1 + (instant.Seed & 0x7FFFFFFF) % QuickPlan.Points;
            string fault = $"link.cut@shot={shot}+{instant.After.TotalMilliseconds:0}ms,for=700ms";
            await room.StartGunAsync(instant.Seed & 0xFFFF, tcp: false, "--fault", fault);
            treatment = room.StartTreatment();
        }
        else
        {
            await room.StartGunAsync(instant.Seed & 0xFFFF, tcp: true);
            using PseudoTerminal line = new();
            await using Relay relay = index % 3 == 0 ? Relay.OverTerminal(room.Address, line) : Relay.OverTcp(room.Address);
            room.Address = relay.Address;
            treatment = room.StartTreatment();
            await instant.ComeAsync(treatment);
            relay.Cut();
            await treatment.EndsWithinAsync(TimeSpan.FromMilliseconds(300));
            relay.Restore();
            await treatment.ExitAsync();
        }

        Assert.True(await treatment.ExitAsync() == 0, $"{way} {instant}\n{treatment.Said()}");
        Judge.Complete(Summary.Of(treatment), room.Truth, room.Profile.Tolerance);
        await room.VerifyRecordsAsync();
    }
}
