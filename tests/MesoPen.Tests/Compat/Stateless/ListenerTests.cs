using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class ListenerTests
{
    [Fact]
    public void OnTransitioned_is_raised_between_exit_and_entry_and_completion_after_both()
    {
        // Aim: the order in which actions and listeners run.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        log.Follow(phone, Phone.OffHook, Phone.Ringing);
        phone.OnTransitioned(_ => log.Write("transitioned"));
        phone.OnTransitionCompleted(_ => log.Write("completed"));

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook transitioned +Ringing completed", log.Text);
    }

    [Fact]
    public void Listeners_add_up()
    {
        // Aim: a second listener does not silence the first.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.OnTransitioned(_ => log.Write("a"));
        phone.OnTransitioned(_ => log.Write("b"));
        phone.OnTransitionCompleted(_ => log.Write("c"));
        phone.OnTransitionCompleted(_ => log.Write("d"));

        phone.Fire(Call.Dial);

        Assert.Equal("a b c d", log.Text);
    }

    [Fact]
    public void Listeners_are_told_source_destination_and_trigger()
    {
        // Aim: both kinds of listener hear of the same transition.
        var told = new List<(Phone, Phone, Call)>();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.OnTransitioned(t => told.Add((t.Source, t.Destination, t.Trigger)));
        phone.OnTransitionCompleted(t => told.Add((t.Source, t.Destination, t.Trigger)));

        phone.Fire(Call.Dial);

        Assert.Equal([(Phone.OffHook, Phone.Ringing, Call.Dial), (Phone.OffHook, Phone.Ringing, Call.Dial)], told);
    }

    [Fact]
    public void Refused_trigger_is_no_news()
    {
        // Aim: listeners hear of changes, not of attempts.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => false);
        phone.OnTransitioned(_ => log.Write("transitioned"));
        phone.OnTransitionCompleted(_ => log.Write("completed"));

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));

        Assert.Equal("", log.Text);
    }

    [Fact]
    public void OnUnhandledTrigger_replaces_the_exception()
    {
        // Aim: state and trigger are handed over, and nothing is thrown.
        (Phone, Call)? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.OnUnhandledTrigger((state, trigger) => told = (state, trigger));

        phone.Fire(Call.Answer);

        Assert.Equal((Phone.OffHook, Call.Answer), told);
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void OnUnhandledTrigger_is_told_the_unmet_guards()
    {
        // Aim: the overload with descriptions.
        ICollection<string>? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .PermitIf(Call.Dial, Phone.Ringing, () => false, "credit left")
            .PermitIf(Call.Dial, Phone.Destroyed, () => false, "hammer at hand");
        phone.OnUnhandledTrigger((_, _, unmet) => told = unmet);

        phone.Fire(Call.Dial);

        Assert.NotNull(told);
        Assert.Contains("credit left", told);
    }

    [Fact]
    public void OnUnhandledTrigger_in_a_substate_is_told_the_substate()
    {
        // Aim: the state that is named is the current one.
        Phone? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        phone.OnUnhandledTrigger((state, _) => told = state);

        phone.Fire(Call.Throw);

        Assert.Equal(Phone.OnHold, told);
    }

    [Fact]
    public void OnUnhandledTrigger_may_throw_its_own_exception()
    {
        // Aim: what the action throws comes out of Fire.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.OnUnhandledTrigger((_, trigger) => throw new NotSupportedException(trigger.ToString()));

        Assert.Throws<NotSupportedException>(() => phone.Fire(Call.Dial));
    }

    [Fact]
    public void Ignored_trigger_is_not_unhandled()
    {
        // Aim: ignoring is handling.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Ignore(Call.HangUp);
        phone.OnUnhandledTrigger((_, _) => log.Write("unhandled"));

        phone.Fire(Call.HangUp);

        Assert.Equal("", log.Text);
    }
}
