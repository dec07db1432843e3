using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class ActionTests
{
    [Fact]
    public void Several_actions_run_in_the_order_of_configuration()
    {
        // Aim: actions add up.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing)
            .OnExit(() => log.Write("exit1")).OnExit(_ => log.Write("exit2"));
        phone.Configure(Phone.Ringing).OnEntry(() => log.Write("entry1")).OnEntry(_ => log.Write("entry2"));

        phone.Fire(Call.Dial);

        Assert.Equal("exit1 exit2 entry1 entry2", log.Text);
    }

    [Fact]
    public void Actions_are_told_source_destination_and_trigger()
    {
        // Aim: the transition that actions are handed is the one that happens.
        var told = new List<StateMachine<Phone, Call>.Transition>();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).OnExit(told.Add);
        phone.Configure(Phone.Ringing).OnEntry(told.Add);

        phone.Fire(Call.Dial);

        Assert.Equal(2, told.Count);
        Assert.All(
            told,
            t =>
            {
                Assert.Equal((Phone.OffHook, Phone.Ringing, Call.Dial), (t.Source, t.Destination, t.Trigger));
                Assert.False(t.IsReentry);
            });
    }

    [Fact]
    public void Transition_without_arguments_has_an_empty_array_of_them()
    {
        // Aim: Parameters is never null.
        object[]? parameters = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntry(t => parameters = t.Parameters);

        phone.Fire(Call.Dial);

        Assert.Equal([], parameters);
        Assert.Equal([], new StateMachine<Phone, Call>.Transition(Phone.OffHook, Phone.Ringing, Call.Dial).Parameters);
    }

    [Fact]
    public void OnEntryFrom_runs_for_its_trigger_only()
    {
        // Aim: the way in decides which action runs.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).Permit(Call.Answer, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.HangUp, Phone.OffHook)
            .OnEntryFrom(Call.Dial, () => log.Write("dialled"))
            .OnEntryFrom(Call.Answer, t => log.Write($"by {t.Trigger}"));

        phone.Fire(Call.Dial);
        phone.Fire(Call.HangUp);
        phone.Fire(Call.Answer);

        Assert.Equal("dialled by Answer", log.Text);
    }

    [Fact]
    public void OnEntryFrom_of_a_superstate_runs_when_a_substate_is_entered()
    {
        // Aim: the trigger counts for the superstates that are entered on the way.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Hold, Phone.OnHold);
        phone.Configure(Phone.Connected).OnEntryFrom(Call.Hold, () => log.Write("outer"));
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).OnEntryFrom(Call.Hold, () => log.Write("inner"));

        phone.Fire(Call.Hold);

        Assert.Equal("outer inner", log.Text);
    }

    [Fact]
    public void State_is_the_source_during_exit_and_the_destination_during_entry()
    {
        // Aim: what the machine says of itself while it moves.
        var seen = new List<Phone>();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).OnExit(() => seen.Add(phone.State));
        phone.Configure(Phone.Ringing).OnEntry(() => seen.Add(phone.State));

        phone.Fire(Call.Dial);

        Assert.Equal([Phone.OffHook, Phone.Ringing], seen);
    }

    [Fact]
    public void Exit_action_that_throws_keeps_the_machine_where_it_was()
    {
        // Aim: an exit that fails is no transition.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).OnExit(() => throw new TimeoutException("stuck"));

        Assert.Throws<TimeoutException>(() => phone.Fire(Call.Dial));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Activate_runs_the_current_states_actions_superstates_first()
    {
        // Aim: activation goes from the outside in, deactivation from the inside out, and only for the current state.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OffHook).OnActivate(() => log.Write("other"));
        phone.Configure(Phone.Connected).OnActivate(() => log.Write("a:Connected")).OnDeactivate(() => log.Write("d:Connected"));
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected)
            .OnActivate(() => log.Write("a:OnHold")).OnDeactivate(() => log.Write("d:OnHold"));

        phone.Activate();
        Assert.Equal("a:Connected a:OnHold", log.Text);

        log.Clear();
        phone.Deactivate();
        Assert.Equal("d:OnHold d:Connected", log.Text);
    }

    [Fact]
    public void Transitions_do_not_activate()
    {
        // Aim: activation happens by hand only.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).OnDeactivate(() => log.Write("deactivated"));
        phone.Configure(Phone.Ringing).OnActivate(() => log.Write("activated"));

        phone.Fire(Call.Dial);

        Assert.Equal("", log.Text);
    }

    [Fact]
    public void Activate_may_start_the_machine_by_a_trigger()
    {
        // Aim: the published way to give a machine a first transition.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).OnActivate(() => phone.Fire(Call.Dial)).Permit(Call.Dial, Phone.Ringing);

        phone.Activate();

        Assert.Equal(Phone.Ringing, phone.State);
    }
}
