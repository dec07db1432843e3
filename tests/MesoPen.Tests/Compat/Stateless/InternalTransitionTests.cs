using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class InternalTransitionTests
{
    [Fact]
    public void InternalTransition_acts_without_leaving_or_entering()
    {
        // Aim: the action runs, the exit and entry actions do not.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, () => log.Write("muted"));
        log.Follow(phone, Phone.Connected);

        phone.Fire(Call.Mute);

        Assert.Equal("muted", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void InternalTransition_is_no_news_to_listeners()
    {
        // Aim: what does not change the state is not a transition.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, () => log.Write("muted"));
        phone.OnTransitioned(_ => log.Write("transitioned"));

        phone.Fire(Call.Mute);

        Assert.Equal("muted", log.Text);
    }

    [Fact]
    public void InternalTransition_tells_its_action_the_trigger()
    {
        // Aim: the overload with a transition names trigger and state.
        StateMachine<Phone, Call>.Transition? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, t => told = t);

        phone.Fire(Call.Mute);

        Assert.Equal(Call.Mute, told?.Trigger);
        Assert.Equal(Phone.Connected, told?.Destination);
    }

    [Fact]
    public void InternalTransition_of_a_superstate_acts_once_and_keeps_the_substate()
    {
        // Aim: inherited internal transitions do not move the machine outwards.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, () => log.Write("muted"));
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.Connected, Phone.OnHold);

        phone.Fire(Call.Mute);

        Assert.Equal("muted", log.Text);
        Assert.Equal(Phone.OnHold, phone.State);
    }

    [Fact]
    public void InternalTransition_of_a_substate_hides_the_superstates()
    {
        // Aim: one trigger, one action.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OnHold);
        phone.Configure(Phone.Connected).InternalTransition(Call.Mute, () => log.Write("outer"));
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected).InternalTransition(Call.Mute, () => log.Write("inner"));

        phone.Fire(Call.Mute);

        Assert.Equal("inner", log.Text);
    }

    [Fact]
    public void InternalTransitionIf_asks_its_guard()
    {
        // Aim: of two internal transitions the open one acts; with none open the trigger is unhandled.
        var log = new Logbook();
        bool loud = true, quiet = false;
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        phone.Configure(Phone.Connected)
            .InternalTransitionIf(Call.Mute, _ => loud, () => log.Write("was loud"))
            .InternalTransitionIf(Call.Mute, _ => quiet, _ => log.Write("was quiet"), "quiet");

        phone.Fire(Call.Mute);
        (loud, quiet) = (false, true);
        phone.Fire(Call.Mute);
        quiet = false;

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Mute));
        Assert.Contains("quiet", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("was loud was quiet", log.Text);
    }

    [Fact]
    public void InternalTransition_hands_arguments_to_its_action()
    {
        // Aim: one, two and three arguments arrive in order, with the transition last.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.SetVolume);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string> two = phone.SetTriggerParameters<int, string>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string, bool> three =
            phone.SetTriggerParameters<int, string, bool>(Call.Hold);
        phone.Configure(Phone.Connected)
            .InternalTransition(one, (a, t) => log.Write($"{t.Trigger}:{a}"))
            .InternalTransition(two, (a, b, t) => log.Write($"{t.Trigger}:{a}{b}"))
            .InternalTransition(three, (a, b, c, t) => log.Write($"{t.Trigger}:{a}{b}{c}"));

        phone.Fire(one, 7);
        phone.Fire(two, 8, "x");
        phone.Fire(three, 9, "y", true);

        Assert.Equal("SetVolume:7 Answer:8x Hold:9yTrue", log.Text);
    }

    [Fact]
    public void InternalTransitionIf_hands_arguments_to_its_guard()
    {
        // Aim: typed guards of one, two and three arguments.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.Connected);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.SetVolume);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string> two = phone.SetTriggerParameters<int, string>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, string, bool> three =
            phone.SetTriggerParameters<int, string, bool>(Call.Hold);
        phone.Configure(Phone.Connected)
            .InternalTransitionIf(one, a => a < 10, (a, _) => log.Write($"{a}"))
            .InternalTransitionIf(two, (a, b) => a < 10 && b == "x", (a, b, _) => log.Write($"{a}{b}"))
            .InternalTransitionIf(three, (a, b, c) => a < 10 && c, (a, b, c, _) => log.Write($"{a}{b}{c}"));

        phone.Fire(one, 1);
        phone.Fire(two, 2, "x");
        phone.Fire(three, 3, "z", true);

        Assert.Equal("1 2x 3zTrue", log.Text);
        Assert.Throws<InvalidOperationException>(() => phone.Fire(one, 10));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(two, 2, "y"));
        Assert.Throws<InvalidOperationException>(() => phone.Fire(three, 3, "z", false));
    }
}
