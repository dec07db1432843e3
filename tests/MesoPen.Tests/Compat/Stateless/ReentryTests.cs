using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class ReentryTests
{
    [Fact]
    public void PermitReentry_leaves_and_enters_the_state()
    {
        // Aim: re-entry runs the exit and the entry action, in this order.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitReentry(Call.Dial);
        log.Follow(phone, Phone.Ringing);

        phone.Fire(Call.Dial);

        Assert.Equal("-Ringing +Ringing", log.Text);
        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void PermitReentry_in_a_substate_leaves_the_superstate_alone()
    {
        // Aim: re-entry behaves as a move to an identical sibling.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).PermitReentry(Call.Hold);
        log.Follow(phone, Phone.Connected, Phone.OnHold);

        phone.Fire(Call.Hold);

        Assert.Equal("-OnHold +OnHold", log.Text);
    }

    [Fact]
    public void PermitReentry_of_a_superstate_ends_in_the_superstate()
    {
        // Aim: a substate inherits the re-entry and is left by it.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.Connected).PermitReentry(Call.Dial);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.Connected, Phone.OnHold);

        phone.Fire(Call.Dial);

        Assert.Equal("-OnHold -Connected +Connected", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void PermitReentry_tells_listeners_of_a_reentry()
    {
        // Aim: OnTransitioned is raised, with IsReentry set.
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitReentry(Call.Dial);
        var told = new List<bool>();
        phone.OnTransitioned(t => told.Add(t.IsReentry));

        phone.Fire(Call.Dial);

        Assert.Equal([true], told);
    }

    [Theory]
    [InlineData(true, "-Ringing +Ringing")]
    [InlineData(false, "")]
    public void PermitReentryIf_asks_its_guard(bool open, string expected)
    {
        // Aim: a closed guard means an unhandled trigger, not an ignored one.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitReentryIf(Call.Dial, () => open, "open");
        log.Follow(phone, Phone.Ringing);

        if (open)
        {
            phone.Fire(Call.Dial);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        }

        Assert.Equal(expected, log.Text);
    }

    [Fact]
    public void PermitReentryIf_with_several_guards_needs_all()
    {
        // Aim: the tuple overload joins by "and".
        bool second = false;
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitReentryIf(
            Call.Dial, new Tuple<Func<bool>, string>(() => true, "a"), new Tuple<Func<bool>, string>(() => second, "b"));

        Assert.False(phone.CanFire(Call.Dial));
        second = true;
        Assert.True(phone.CanFire(Call.Dial));
    }

    [Fact]
    public void PermitReentryIf_on_arguments_asks_its_guard_with_them()
    {
        // Aim: one, two and three arguments reach the guard in order.
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string> two = phone.SetTriggerParameters<int, string>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string, bool> three =
            phone.SetTriggerParameters<int, string, bool>(Call.Hold);
        phone.Configure(Phone.Ringing)
            .PermitReentryIf(one, a => a == 1)
            .PermitReentryIf(two, (a, b) => a == 1 && b == "x")
            .PermitReentryIf(three, (a, b, c) => a == 1 && b == "x" && c);
        int entered = 0;
        phone.Configure(Phone.Ringing).OnEntry(() => entered++);

        phone.Fire(one, 1);
        phone.Fire(two, 1, "x");
        phone.Fire(three, 1, "x", true);

        Assert.Equal(3, entered);
        Assert.Throws<InvalidOperationException>(() => phone.Fire(one, 2));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(two, 1, "y"));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(three, 1, "x", false));
    }
}
