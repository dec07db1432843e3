using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class FiringModeTests
{
    // OffHook -Dial-> Ringing -Answer-> Connected -Hold-> OnHold, where entering Ringing fires Answer.
    private static StateMachine<Phone, Call> SelfAnswering(StateMachine<Phone, Call> phone, Logbook log)
    {
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected)
            .OnEntry(() =>
            {
                log.Write("ring(");
                phone.Fire(Call.Answer);
                log.Write(")ring");
            });
        phone.Configure(Phone.Connected).OnEntry(() => log.Write("connected"));
        return phone;
    }

    [Fact]
    public void Queued_is_the_default()
    {
        // Aim: a machine made without a mode runs to completion.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = SelfAnswering(new StateMachine<Phone, Call>(Phone.OffHook), log);

        phone.Fire(Call.Dial);

        Assert.Equal("ring( )ring connected", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void Queued_trigger_waits_for_the_action_to_end()
    {
        // Aim: run to completion, asked for by name.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = SelfAnswering(new StateMachine<Phone, Call>(Phone.OffHook, FiringMode.Queued), log);

        phone.Fire(Call.Dial);

        Assert.Equal("ring( )ring connected", log.Text);
    }

    [Fact]
    public void Immediate_trigger_is_handled_inside_the_action()
    {
        // Aim: no run to completion, and the inner transition's state stands.
        var log = new Logbook();
        StateMachine<Phone, Call> phone = SelfAnswering(new StateMachine<Phone, Call>(Phone.OffHook, FiringMode.Immediate), log);

        phone.Fire(Call.Dial);

        Assert.Equal("ring( connected )ring", log.Text);
        Assert.Equal(Phone.Connected, phone.State);
    }

    [Fact]
    public void Immediate_move_out_of_an_entered_state_leaves_its_initial_substate_unentered()
    {
        // Aim: the move that the entry action made stands; the machine is not drawn back inwards.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook, FiringMode.Immediate);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Connected);
        phone.Configure(Phone.Connected).InitialTransition(Phone.OnHold).Permit(Call.Throw, Phone.Destroyed)
            .OnEntry(() => phone.Fire(Call.Throw));
        phone.Configure(Phone.OnHold).SubstateOf(Phone.Connected);
        log.Follow(phone, Phone.OnHold, Phone.Destroyed);

        phone.Fire(Call.Dial);

        Assert.Equal("+Destroyed", log.Text);
        Assert.Equal(Phone.Destroyed, phone.State);
    }

    [Fact]
    public void Queued_triggers_are_handled_in_the_order_they_were_fired()
    {
        // Aim: first in, first out, over several actions.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing)
            .OnExit(() => phone.Fire(Call.Answer));
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected)
            .OnEntry(() =>
            {
                phone.Fire(Call.Hold);
                phone.Fire(Call.Resume);
            });
        phone.Configure(Phone.Connected).Permit(Call.Hold, Phone.OnHold);
        phone.Configure(Phone.OnHold).Permit(Call.Resume, Phone.Muted);
        log.Follow(phone, Phone.OffHook, Phone.Ringing, Phone.Connected, Phone.OnHold, Phone.Muted);

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook +Ringing -Ringing +Connected -Connected +OnHold -OnHold +Muted", log.Text);
        Assert.Equal(Phone.Muted, phone.State);
    }

    [Fact]
    public void Queued_trigger_of_a_listener_waits_too()
    {
        // Aim: listeners fire under the same rule as actions.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected);
        log.Follow(phone, Phone.OffHook, Phone.Ringing, Phone.Connected);
        phone.OnTransitioned(t =>
        {
            if (t.Destination == Phone.Ringing)
            {
                phone.Fire(Call.Answer);
            }
        });

        phone.Fire(Call.Dial);

        Assert.Equal("-OffHook +Ringing -Ringing +Connected", log.Text);
    }

    [Fact]
    public void Machine_fires_again_after_an_action_threw()
    {
        // Aim: an exception does not leave the machine waiting for ever.
        bool broken = true;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing)
            .OnExit(() =>
            {
                if (broken)
                {
                    throw new TimeoutException("stuck");
                }
            });

        Assert.Throws<TimeoutException>(() => phone.Fire(Call.Dial));
        broken = false;
        phone.Fire(Call.Dial);

        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void Queued_unhandled_trigger_throws_out_of_the_outer_Fire()
    {
        // Aim: a trigger that nobody takes is not lost because it waited.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntry(() => phone.Fire(Call.Throw));

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        Assert.Equal(Phone.Ringing, phone.State);
    }
}
