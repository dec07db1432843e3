using Stateless;
using Stateless.Reflection;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class DynamicTransitionTests
{
    [Fact]
    public void PermitDynamic_moves_to_the_selected_state()
    {
        // Aim: the destination is chosen at firing, not at configuration.
        Phone next = Phone.Ringing;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitDynamic(Call.Dial, () => next);
        next = Phone.Connected;

        phone.Fire(Call.Dial);

        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void PermitDynamic_selects_by_arguments()
    {
        // Aim: one, two and three arguments reach the selector in order.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int> two = phone.SetTriggerParameters<int, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int, int> three =
            phone.SetTriggerParameters<int, int, int>(Call.Hold);
        phone.Configure(Phone.OffHook).PermitDynamic(one, a => (Phone)a);
        phone.Configure(Phone.Ringing).PermitDynamic(two, (a, b) => (Phone)(a - b));
        phone.Configure(Phone.Connected).PermitDynamic(three, (a, b, c) => (Phone)((a * b) - c));

        phone.Fire(one, (int)Phone.Ringing);
        Assert.Equal(Phone.Ringing, phone.State);
        phone.Fire(two, (int)Phone.Connected + 5, 5);
        Assert.Equal(Phone.Connected, phone.State);
        phone.Fire(three, 2, (int)Phone.OnHold, (int)Phone.OnHold);
        Assert.Equal(Phone.OnHold, phone.State);
    }

    [Fact]
    public void PermitDynamic_to_the_same_state_reenters_it()
    {
        // Aim: selecting the present state leaves and enters it.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitDynamic(Call.Answer, () => Phone.Ringing);
        log.Follow(phone, Phone.Ringing);

        phone.Fire(Call.Answer);

        Assert.Equal("-Ringing +Ringing", log.Text);
    }

    [Fact]
    public void PermitDynamicIf_asks_its_guard()
    {
        // Aim: a closed guard means unhandled, and the guard is named.
        bool open = false;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitDynamicIf(Call.Dial, () => Phone.Ringing, () => open, "line open");

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        Assert.Contains("line open", refusal.Message, StringComparison.Ordinal);

        open = true;
        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void PermitDynamicIf_on_arguments_asks_its_guard_with_them()
    {
        // Aim: typed guards of one, two and three arguments.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int> two = phone.SetTriggerParameters<int, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int, int> three =
            phone.SetTriggerParameters<int, int, int>(Call.Hold);
        phone.Configure(Phone.OffHook)
            .PermitDynamicIf(one, a => (Phone)a, a => a < 5)
            .PermitDynamicIf(two, (a, b) => (Phone)a, (a, b) => b < 5)
            .PermitDynamicIf(three, (a, b, c) => (Phone)a, (a, b, c) => c < 5);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(one, 5));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(two, 1, 5));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(three, 1, 1, 5));

        phone.Fire(two, (int)Phone.Ringing, 4);
        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void PermitDynamicIf_with_several_guards_needs_all()
    {
        // Aim: the tuple overload joins by "and".
        bool second = false;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitDynamicIf(
            Call.Dial,
            () => Phone.Ringing,
            new DynamicStateInfos { { Phone.Ringing, "always" } },
            new Tuple<Func<bool>, string>(() => true, "a"),
            new Tuple<Func<bool>, string>(() => second, "b"));

        Assert.False(phone.CanFire(Call.Dial));
        second = true;
        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void PermitDynamic_runs_exit_and_entry_through_superstates()
    {
        // Aim: a chosen destination is entered like a fixed one.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitDynamic(Call.Dial, () => Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.OffHook, Phone.Connected, Phone.OnHold);

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook +Connected +OnHold", log.Text);
    }
}
