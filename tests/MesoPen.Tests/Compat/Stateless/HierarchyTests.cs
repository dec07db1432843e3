using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class HierarchyTests
{
    // Connected { OnHold { Muted } }, and OffHook outside.
    private static StateMachine<Phone, Call> Nested(Phone start, Logbook log)
    {
        var phone = new StateMachine<Phone, Call>(start);
        phone.Configure(Phone.OffHook)
            .Permit(Call.Dial, Phone.Connected).Permit(Call.Hold, Phone.OnHold).Permit(Call.Mute, Phone.Muted);
        phone.Configure(Phone.Connected).Permit(Call.HangUp, Phone.OffHook).Permit(Call.Hold, Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected)
            .Permit(Call.Resume, Phone.Connected).Permit(Call.Mute, Phone.Muted);
        phone.Configure(Phone.Muted).SubstateOf(Phone.OnHold);
        log.Follow(phone, Phone.OffHook, Phone.Connected, Phone.OnHold, Phone.Muted);
        return phone;
    }

    [Fact]
    public void Entering_a_substate_from_outside_enters_its_superstates_first()
    {
        // Aim: from the outside in.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.OffHook, log);

        phone.Fire(Call.Mute);

        Assert.Equal("-OffHook +Connected +OnHold +Muted", log.Text);
        Assert.Equal(Phone.Muted, phone.State);
    }

    [Fact]
    public void Leaving_a_substate_for_outside_leaves_its_superstates_last()
    {
        // Aim: from the inside out, by a trigger that only the outermost state knows.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.Muted, log);

        phone.Fire(Call.HangUp);

        Assert.Equal("-Muted -OnHold -Connected +OffHook", log.Text);
    }

    [Fact]
    public void Moving_into_a_substate_does_not_leave_the_superstate()
    {
        // Aim: a call on hold is still connected.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.Connected, log);

        phone.Fire(Call.Hold);

        Assert.Equal("+OnHold", log.Text);
    }

    [Fact]
    public void Moving_out_to_the_superstate_does_not_enter_it_again()
    {
        // Aim: the timer of a resumed call does not start anew.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, log);

        phone.Fire(Call.Resume);

        Assert.Equal("-OnHold", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void Moving_out_over_two_levels_leaves_both_and_enters_none()
    {
        // Aim: an inherited transition to the superstate's superstate.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.Muted, log);

        phone.Fire(Call.Resume);

        Assert.Equal("-Muted -OnHold", log.Text);
    }

    [Fact]
    public void Moving_in_over_two_levels_enters_both_and_leaves_none()
    {
        // Aim: a transition straight to a substate's substate.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = Nested(Phone.Connected, log);
        phone.Configure(Phone.Connected).Permit(Call.SetVolume, Phone.Muted);

        phone.Fire(Call.SetVolume);

        Assert.Equal("+OnHold +Muted", log.Text);
    }

    [Fact]
    public void Moving_between_siblings_leaves_their_superstate_alone()
    {
        // Aim: exit and entry stop at the nearest state that holds both.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).Permit(Call.Mute, Phone.Muted);
        phone.Configure(Phone.Muted).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.Connected, Phone.OnHold, Phone.Muted);

        phone.Fire(Call.Mute);

        Assert.Equal("-OnHold +Muted", log.Text);
    }

    [Fact]
    public void IsInState_holds_for_the_state_and_all_its_superstates_only()
    {
        // Aim: nesting counts upwards, not downwards or sideways.
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, new Logbook());

        Assert.True(phone.IsInState(Phone.OnHold));
        Assert.True(phone.IsInState(Phone.Connected));
        Assert.False(phone.IsInState(Phone.Muted));
        Assert.False(phone.IsInState(Phone.OffHook));
        Assert.False(phone.IsInState(Phone.Destroyed));
    }

    [Fact]
    public void IsInState_holds_over_two_levels()
    {
        // Aim: a substate's substate is in the outermost state too.
        StateMachine<Phone, Call> phone = Nested(Phone.Muted, new Logbook());

        Assert.True(phone.IsInState(Phone.Connected));
    }

    [Fact]
    public void Substate_overrides_the_superstates_transition()
    {
        // Aim: the innermost state that takes the trigger decides.
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, new Logbook());
        phone.Configure(Phone.OnHold).Permit(Call.HangUp, Phone.Destroyed);

        phone.Fire(Call.HangUp);

        Assert.Equal(Phone.Destroyed, phone.State);
    }

    [Fact]
    public void Substate_whose_guard_is_closed_leaves_the_trigger_to_the_superstate()
    {
        // Aim: a substate cannot disallow what its superstate allows.
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, new Logbook());
        phone.Configure(Phone.OnHold).PermitIf(Call.HangUp, Phone.Destroyed, () => false);

        phone.Fire(Call.HangUp);

        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Substate_that_ignores_a_trigger_hides_the_superstates_transition()
    {
        // Aim: ignoring is a way of taking a trigger.
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, new Logbook());
        phone.Configure(Phone.OnHold).Ignore(Call.HangUp);

        phone.Fire(Call.HangUp);

        Assert.Equal(Phone.OnHold, phone.State);
    }

    [Fact]
    public void Open_transitions_of_substate_and_superstate_do_not_conflict()
    {
        // Aim: exclusivity of guards is asked within a state, not between levels.
        StateMachine<Phone, Call> phone = Nested(Phone.OnHold, new Logbook());
        phone.Configure(Phone.OnHold).PermitIf(Call.HangUp, Phone.Destroyed, () => true);

        phone.Fire(Call.HangUp);

        Assert.Equal(Phone.Destroyed, phone.State);
    }

    [Fact]
    public void Actions_of_superstates_are_told_the_true_source_and_destination()
    {
        // Aim: the transition names the state that was left, not its superstate.
        StateMachine<Phone, Call> phone = Nested(Phone.Muted, new Logbook());
        var told = new List<(Phone Source, Phone Destination)>();
        phone.Configure(Phone.Connected).OnExit(t => told.Add((t.Source, t.Destination)));
        phone.Configure(Phone.Connected).OnEntry(t => told.Add((t.Source, t.Destination)));

        phone.Fire(Call.HangUp);
        phone.Fire(Call.Mute);

        Assert.Equal([(Phone.Muted, Phone.OffHook), (Phone.OffHook, Phone.Muted)], told);
    }

    [Fact]
    public void SubstateOf_itself_is_an_argument_error()
    {
        // Aim: the smallest circle is found at configuration.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);

        Assert.Throws<ArgumentException>(() => phone.Configure(Phone.OnHold).SubstateOf(Phone.OnHold));
    }

    [Fact]
    public void SubstateOf_in_a_circle_is_an_argument_error()
    {
        // Aim: a larger circle is found as well.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.Muted).SubstateOf(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);

        Assert.Throws<ArgumentException>(() => phone.Configure(Phone.Connected).SubstateOf(Phone.Muted));
    }

    [Fact]
    public void Superstate_that_leads_to_a_substate_leaves_it_alone_when_there_already()
    {
        // Aim: "all of you to OnHold" is no re-entry for OnHold.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Muted);
        phone.Configure(Phone.Connected).Permit(Call.Hold, Phone.OnHold);
        phone.Configure(Phone.Muted).SubstateOf(Phone.Connected);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.Connected, Phone.Muted, Phone.OnHold);

        phone.Fire(Call.Hold);
        phone.Fire(Call.Hold);

        Assert.Equal("-Muted +OnHold", log.Text);
        Assert.Equal(Phone.OnHold, phone.State);
    }

    [Fact]
    public void Unmet_guard_of_a_substate_is_named_where_the_superstate_does_not_know_the_trigger()
    {
        // Aim: looking further up does not lose the reason.
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).PermitIf(Call.HangUp, Phone.Destroyed, () => false, "inner");

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.HangUp));

        Assert.Contains("inner", refusal.Message, StringComparison.Ordinal);
    }
}
