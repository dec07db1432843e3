using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class QueryTests
{
    [Fact]
    public void CanFire_follows_the_current_state()
    {
        // Aim: the answer is about here and now.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected);

        Assert.True(phone.CanFire(Call.Dial));
        Assert.False(phone.CanFire(Call.Answer));
        phone.Fire(Call.Dial);
        Assert.False(phone.CanFire(Call.Dial));
        Assert.True(phone.CanFire(Call.Answer));
    }

    [Fact]
    public void CanFire_changes_nothing()
    {
        // Aim: a question runs no action.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        log.Follow(phone, Phone.OffHook, Phone.Ringing);

        Assert.True(phone.CanFire(Call.Dial));

        Assert.Equal("", log.Text);
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void CanFire_holds_for_inherited_ignored_internal_and_dynamic_triggers()
    {
        // Aim: whatever is handled can be fired.
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.Connected).Permit(Call.HangUp, Phone.OffHook);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected)
            .Ignore(Call.Hold)
            .InternalTransition(Call.Mute, () => { })
            .PermitReentry(Call.Answer)
            .PermitDynamic(Call.Resume, () => Phone.Connected);

        Assert.All([Call.HangUp, Call.Hold, Call.Mute, Call.Answer, Call.Resume], trigger => Assert.True(phone.CanFire(trigger)));
        Assert.False(phone.CanFire(Call.Throw));
    }

    [Fact]
    public void CanFire_names_the_unmet_guards()
    {
        // Aim: the reasons without the exception.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => false, "credit left");

        Assert.False(phone.CanFire(Call.Dial, out ICollection<string> unmet));

        Assert.Equal(["credit left"], unmet);
    }

    [Fact]
    public void CanFire_names_no_guard_when_the_trigger_can_be_fired()
    {
        // Aim: a met guard is no reason.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => true, "credit left");

        Assert.True(phone.CanFire(Call.Dial, out ICollection<string>? unmet));

        Assert.Empty(unmet ?? []);
    }

    [Fact]
    public void CanFire_with_arguments_names_the_unmet_guards()
    {
        // Aim: one, two and three arguments.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int> two = phone.SetTriggerParameters<int, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int, int> three =
            phone.SetTriggerParameters<int, int, int>(Call.Hold);
        phone.Configure(Phone.OffHook)
            .PermitIf(one, Phone.Ringing, a => a == 1, "one")
            .PermitIf(two, Phone.Ringing, (a, b) => b == 1, "two")
            .PermitIf(three, Phone.Ringing, (a, b, c) => c == 1, "three");

        Assert.False(phone.CanFire(one, 0, out ICollection<string> unmet));
        Assert.Equal(["one"], unmet);
        Assert.False(phone.CanFire(two, 1, 0, out unmet));
        Assert.Equal(["two"], unmet);
        Assert.False(phone.CanFire(three, 1, 1, 0, out unmet));
        Assert.Equal(["three"], unmet);
        Assert.True(phone.CanFire(three, 0, 0, 1, out _));
    }

    [Fact]
    public void PermittedTriggers_lists_what_can_be_fired_here()
    {
        // Aim: open triggers of the state and of its superstates, each once.
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.Connected).Permit(Call.HangUp, Phone.OffHook).Permit(Call.Throw, Phone.Destroyed);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected)
            .Permit(Call.Resume, Phone.Connected)
            .Permit(Call.Throw, Phone.Destroyed)
            .PermitIf(Call.Mute, Phone.Muted, () => false);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        Assert.Equal([Call.HangUp, Call.Resume, Call.Throw], phone.PermittedTriggers.Order());
        Assert.Equal([Call.HangUp, Call.Resume, Call.Throw], phone.GetPermittedTriggers().Order());
    }

    [Fact]
    public void PermittedTriggers_is_empty_where_nothing_is_configured()
    {
        // Aim: no transitions, no triggers, no exception.
        var phone = new StateMachine<Phone, Call>(Phone.Destroyed);

        Assert.Empty(phone.PermittedTriggers);
    }

    [Fact]
    public void PermittedTriggers_follows_the_guards()
    {
        // Aim: the list is made anew at each reading.
        bool open = false;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => open);

        Assert.Empty(phone.PermittedTriggers);
        open = true;
        Assert.Equal([Call.Dial], phone.PermittedTriggers);
    }

    [Fact]
    public void GetPermittedTriggers_asks_guards_with_the_given_arguments()
    {
        // Aim: guards on arguments are judged by the arguments.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> dial = phone.SetTriggerParameters<int>(Call.Dial);
        phone.Configure(Phone.OffHook).PermitIf(dial, Phone.Ringing, n => n == 7);

        Assert.Equal([Call.Dial], phone.GetPermittedTriggers(7));
        Assert.Empty(phone.GetPermittedTriggers(8));
    }

    [Fact]
    public void PermittedTriggers_with_guards_on_arguments_does_not_throw()
    {
        // Aim: guards on arguments are asked with defaults where there are none.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> dial = phone.SetTriggerParameters<int>(Call.Dial);
        phone.Configure(Phone.OffHook).PermitIf(dial, Phone.Ringing, n => n < 5).InternalTransition(Call.Mute, () => { });

        Assert.Equal([Call.Dial, Call.Mute], phone.PermittedTriggers.Order());
        Assert.True(phone.CanFire(Call.Dial));
    }

    [Fact]
    public void GetDetailedPermittedTriggers_tells_which_triggers_take_parameters()
    {
        // Aim: the permitted triggers with their parameters, where they have any.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> dial = phone.SetTriggerParameters<int>(Call.Dial);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).Permit(Call.Throw, Phone.Destroyed);

        List<TriggerDetails<Phone, Call>> details = phone.GetDetailedPermittedTriggers().OrderBy(d => d.Trigger).ToList();

        Assert.Equal([Call.Dial, Call.Throw], details.Select(d => d.Trigger));
        Assert.True(details[0].HasParameters);
        Assert.Same(dial, details[0].Parameters);
        Assert.False(details[1].HasParameters);
    }

    [Fact]
    public void ToString_tells_the_state_and_the_permitted_triggers()
    {
        // Aim: a line for a log.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        string text = phone.ToString()!;

        Assert.Contains(nameof(Phone.OffHook), text, StringComparison.Ordinal);
        Assert.Contains(nameof(Call.Dial), text, StringComparison.Ordinal);
    }
}
