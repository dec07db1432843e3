using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class IgnoreTests
{
    [Fact]
    public void Ignore_takes_the_trigger_and_does_nothing()
    {
        // Aim: no exception, no action, no news.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).Ignore(Call.Dial);
        log.Follow(phone, Phone.Connected);
        phone.OnTransitioned(_ => log.Write("transitioned"));

        phone.Fire(Call.Dial);

        Assert.Equal("", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void IgnoreIf_with_a_closed_guard_does_not_take_the_trigger()
    {
        // Aim: the guard decides between ignored and unhandled.
        bool ignore = true;
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).IgnoreIf(Call.Dial, () => ignore, "busy");

        phone.Fire(Call.Dial);
        ignore = false;

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        Assert.Contains("busy", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IgnoreIf_beside_PermitIf_with_opposite_guards_works_both_ways()
    {
        // Aim: ignoring and moving may share a trigger.
        bool ready = false;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .IgnoreIf(Call.Dial, () => !ready)
            .PermitIf(Call.Dial, Phone.Ringing, () => ready);

        phone.Fire(Call.Dial);
        Assert.Equal(Phone.OffHook, phone.State);

        ready = true;
        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void IgnoreIf_with_several_guards_needs_all()
    {
        // Aim: the tuple overload joins by "and".
        bool second = false;
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).IgnoreIf(
            Call.Dial, new Tuple<Func<bool>, string>(() => true, "a"), new Tuple<Func<bool>, string>(() => second, "b"));

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        second = true;
        phone.Fire(Call.Dial);
    }

    [Fact]
    public void IgnoreIf_on_arguments_asks_its_guard_with_them()
    {
        // Aim: one, two and three arguments reach the guard in order.
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string> two = phone.SetTriggerParameters<int, string>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string, bool> three =
            phone.SetTriggerParameters<int, string, bool>(Call.Hold);
        phone.Configure(Phone.Ringing)
            .IgnoreIf(one, a => a == 1)
            .IgnoreIf(two, (a, b) => a == 1 && b == "x")
            .IgnoreIf(three, (a, b, c) => a == 1 && b == "x" && c);

        phone.Fire(one, 1);
        phone.Fire(two, 1, "x");
        phone.Fire(three, 1, "x", true);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(one, 2));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(two, 2, "x"));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(three, 1, "x", false));
    }
}
