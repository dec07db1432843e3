using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class InitialTransitionTests
{
    // OffHook; Connected { OnHold { Muted } }, each starting in the next.
    private static StateMachine<Phone, Call> Nested(Logbook log)
    {
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Connected);
        phone.Configure(Phone.Connected).InitialTransition(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).InitialTransition(Phone.Muted);
        phone.Configure(Phone.Muted).SubstateOf(Phone.OnHold);
        log.Follow(phone, Phone.OffHook, Phone.Connected, Phone.OnHold, Phone.Muted);
        return phone;
    }

    [Fact]
    public void Entering_a_superstate_enters_its_initial_substate()
    {
        // Aim: the substate is entered after the superstate's own entry action, and is where the machine rests.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Connected);
        phone.Configure(Phone.Connected).InitialTransition(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.OffHook, Phone.Connected, Phone.OnHold);

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook +Connected +OnHold", log.Text);
        Assert.Equal(Phone.OnHold, phone.State);
    }

    [Fact]
    public void Initial_transitions_nest_and_enter_each_state_once()
    {
        // Aim: two levels of initial substates.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(log);

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook +Connected +OnHold +Muted", log.Text);
        Assert.Equal(Phone.Muted, phone.State);
    }

    [Fact]
    public void Entering_a_substate_directly_does_not_use_the_superstates_initial_transition()
    {
        // Aim: the initial substate is for those who enter the superstate itself.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Mute, Phone.Muted);
        phone.Configure(Phone.Connected).InitialTransition(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        phone.Configure(Phone.Muted).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.Connected, Phone.OnHold, Phone.Muted);

        phone.Fire(Call.Mute);

        Assert.Equal("+Connected +Muted", log.Text);
        Assert.Equal(Phone.Muted, phone.State);
    }

    [Fact]
    public void Listeners_hear_of_each_step_and_once_of_the_whole()
    {
        // Aim: A to B, B to C while it happens; A to C when it is complete.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(new Logbook());
        phone.OnTransitioned(t => log.Write($"{t.Source}>{t.Destination}"));
        phone.OnTransitionCompleted(t => log.Write($"done:{t.Source}>{t.Destination}"));

        phone.Fire(Call.Dial);

        Assert.Equal("OffHook>Connected Connected>OnHold OnHold>Muted done:OffHook>Muted", log.Text);
    }

    [Fact]
    public void Initial_target_that_is_no_substate_throws_when_entered()
    {
        // Aim: a misconfigured initial transition is an error, not a silent stop.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Connected);
        phone.Configure(Phone.Connected).InitialTransition(Phone.Ringing);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
    }

    [Fact]
    public void InitialTransition_to_itself_is_an_argument_error()
    {
        // Aim: a state cannot start in itself.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);

        Assert.Throws<ArgumentException>(() => phone.Configure(Phone.Connected).InitialTransition(Phone.Connected));
    }

    [Fact]
    public void InitialTransition_twice_throws()
    {
        // Aim: a state has one initial substate.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.StateConfiguration connected = phone.Configure(Phone.Connected).InitialTransition(Phone.OnHold);

        Assert.Throws<InvalidOperationException>(() => connected.InitialTransition(Phone.Muted));
    }

    [Fact]
    public void Reentry_of_the_superstate_enters_the_initial_substate_again()
    {
        // Aim: a re-entered superstate starts where it starts.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(log);
        phone.Configure(Phone.Connected).PermitReentry(Call.Answer);
        phone.Fire(Call.Dial);
        log.Clear();

        phone.Fire(Call.Answer);

        Assert.Equal("-Muted -OnHold -Connected +Connected +OnHold +Muted", log.Text);
        Assert.Equal(Phone.Muted, phone.State);
    }
}
