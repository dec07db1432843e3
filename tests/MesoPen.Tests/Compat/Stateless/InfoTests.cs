using Stateless;
using Stateless.Reflection;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class InfoTests
{
    private static StateInfo InfoOf(StateMachine<Phone, Call> phone, Phone state) =>
        Assert.Single(phone.GetInfo().States, info => Equals(info.UnderlyingState, state));

    [Fact]
    public void GetInfo_lists_configured_states_and_destinations_with_their_types()
    {
        // Aim: a state that is only led to is listed as well; one that is only asked about is not.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        Assert.False(phone.IsInState(Phone.Destroyed));

        StateMachineInfo info = phone.GetInfo();

        Assert.Equal([Phone.OffHook, Phone.Ringing], info.States.Select(s => (Phone)s.UnderlyingState).Order());
        Assert.Equal(typeof(Phone), info.StateType);
        Assert.Equal(typeof(Call), info.TriggerType);
    }

    [Fact]
    public void GetInfo_keeps_the_initial_state_after_a_transition()
    {
        // Aim: initial means initial.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        phone.Fire(Call.Dial);

        Assert.Equal(Phone.OffHook, phone.GetInfo().InitialState.UnderlyingState);
    }

    [Fact]
    public void Fixed_transitions_name_trigger_destination_and_guards()
    {
        // Aim: a guarded transition can be read back.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .Permit(Call.Throw, Phone.Destroyed)
            .PermitIf(Call.Dial, Phone.Ringing, () => true, "credit left");

        List<FixedTransitionInfo> transitions =
            InfoOf(phone, Phone.OffHook).FixedTransitions.OrderBy(t => (Call)t.Trigger.UnderlyingTrigger).ToList();

        Assert.Equal([Call.Dial, Call.Throw], transitions.Select(t => (Call)t.Trigger.UnderlyingTrigger));
        Assert.Equal([Phone.Ringing, Phone.Destroyed], transitions.Select(t => (Phone)t.DestinationState.UnderlyingState));
        Assert.Equal("credit left", Assert.Single(transitions[0].GuardConditionsMethodDescriptions).Description);
        Assert.Empty(transitions[1].GuardConditionsMethodDescriptions);
        Assert.Equal(nameof(Call.Dial), transitions[0].Trigger.ToString());
    }

    [Fact]
    public void Reentry_leads_to_its_own_state()
    {
        // Aim: re-entry shows as a fixed transition from a state to itself.
        var phone = new StateMachine<Phone, Call>(Phone.Ringing);
        phone.Configure(Phone.Ringing).PermitReentry(Call.Dial);

        FixedTransitionInfo transition = Assert.Single(InfoOf(phone, Phone.Ringing).FixedTransitions);

        Assert.Equal(Phone.Ringing, transition.DestinationState.UnderlyingState);
    }

    [Fact]
    public void Internal_transitions_lead_to_their_own_state()
    {
        // Aim: an internal transition is shown, and goes nowhere.
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, () => { });

        FixedTransitionInfo transition = Assert.Single(InfoOf(phone, Phone.Connected).FixedTransitions);

        Assert.Equal(Call.Mute, transition.Trigger.UnderlyingTrigger);
        Assert.Equal(Phone.Connected, transition.DestinationState.UnderlyingState);
    }

    [Fact]
    public void Ignored_triggers_are_listed_apart()
    {
        // Aim: what is ignored is not a transition.
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).Ignore(Call.Dial).IgnoreIf(Call.Answer, () => true, "busy");

        StateInfo info = InfoOf(phone, Phone.Connected);

        Assert.Empty(info.FixedTransitions);
        List<IgnoredTransitionInfo> ignored = info.IgnoredTriggers.OrderBy(t => (Call)t.Trigger.UnderlyingTrigger).ToList();
        Assert.Equal([Call.Dial, Call.Answer], ignored.Select(t => (Call)t.Trigger.UnderlyingTrigger));
        Assert.Equal("busy", Assert.Single(ignored[1].GuardConditionsMethodDescriptions).Description);
    }

    [Fact]
    public void Dynamic_transitions_name_selector_and_possible_destinations()
    {
        // Aim: what the configuration said of the choice can be read back.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitDynamic(
            Call.Dial,
            () => Phone.Ringing,
            "by number",
            new DynamicStateInfos { { Phone.Ringing, "valid" }, { "Destroyed", "invalid" } });

        StateInfo info = InfoOf(phone, Phone.OffHook);
        DynamicTransitionInfo transition = Assert.Single(info.DynamicTransitions);

        Assert.Equal("by number", transition.DestinationStateSelectorDescription.Description);
        Assert.Equal(
            [("Ringing", "valid"), ("Destroyed", "invalid")],
            transition.PossibleDestinationStates.Select(d => (d.DestinationState, d.Criterion)));
        Assert.Empty(info.FixedTransitions);
        Assert.Single(info.Transitions);
    }

    [Fact]
    public void Hierarchy_is_shown_both_ways()
    {
        // Aim: superstate and substates refer to each other.
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        phone.Configure(Phone.Muted).SubstateOf(Phone.Connected);

        StateMachineInfo info = phone.GetInfo();
        StateInfo connected = Assert.Single(info.States, s => Equals(s.UnderlyingState, Phone.Connected));
        StateInfo onHold = Assert.Single(info.States, s => Equals(s.UnderlyingState, Phone.OnHold));

        Assert.Equal(Phone.Connected, onHold.Superstate.UnderlyingState);
        Assert.Null(connected.Superstate);
        Assert.Equal([Phone.OnHold, Phone.Muted], connected.Substates.Select(s => (Phone)s.UnderlyingState).Order());
    }

    [Fact]
    public void Actions_are_described()
    {
        // Aim: entry, exit, activation and deactivation, with the trigger of an entry that has one.
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected)
            .OnEntry(() => { }, "start timer")
            .OnEntryFrom(Call.Dial, () => { }, "greet")
            .OnExit(() => { }, "stop timer")
            .OnActivate(() => { }, "load")
            .OnDeactivate(() => { }, "save");

        StateInfo info = InfoOf(phone, Phone.Connected);

        Assert.Equal(
            [("start timer", null), ("greet", "Dial")],
            info.EntryActions.Select(a => (a.Method.Description, (string?)a.FromTrigger)));
        Assert.Equal("stop timer", Assert.Single(info.ExitActions).Description);
        Assert.Equal("load", Assert.Single(info.ActivateActions).Description);
        Assert.Equal("save", Assert.Single(info.DeactivateActions).Description);
        Assert.False(Assert.Single(info.ExitActions).IsAsync);
    }

    [Fact]
    public void Description_is_what_was_said_else_the_methods_name_else_the_default()
    {
        // Aim: the three sources of a description, in their order.
        Assert.Equal("said", new InvocationInfo("Method", "said", InvocationInfo.Timing.Synchronous).Description);
        Assert.Equal("Method", new InvocationInfo("Method", null, InvocationInfo.Timing.Synchronous).Description);
        Assert.Equal(
            InvocationInfo.DefaultFunctionDescription,
            new InvocationInfo("<Main>b__0_0", null, InvocationInfo.Timing.Asynchronous).Description);
        Assert.True(new InvocationInfo("Method", null, InvocationInfo.Timing.Asynchronous).IsAsync);
    }

    [Fact]
    public void GetInfo_shows_the_configuration_of_its_moment()
    {
        // Aim: each call describes the machine as it then is.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        StateMachineInfo before = phone.GetInfo();

        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected);

        Assert.Equal(2, before.States.Count());
        Assert.Equal(3, phone.GetInfo().States.Count());
    }
}
