using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class TransitionTests
{
    [Fact]
    public void Fire_of_a_permitted_trigger_moves_to_the_destination()
    {
        // Aim: the plainest transition works.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        phone.Fire(Call.Dial);

        Assert.Equal(Phone.Ringing, phone.State);
    }

    [Fact]
    public void Fire_of_an_unknown_trigger_throws_and_leaves_the_state()
    {
        // Aim: nothing happens that was not configured.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Answer));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Fire_in_a_state_that_was_never_configured_throws()
    {
        // Aim: an unconfigured state is a state without transitions, not a crash of another kind.
        var phone = new StateMachine<Phone, Call>(Phone.Destroyed);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
    }

    [Fact]
    public void Configure_of_a_state_twice_adds_to_it()
    {
        // Aim: configuration may be spread over several places.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.OffHook).Permit(Call.Throw, Phone.Destroyed);

        Assert.True(phone.CanFire(Call.Dial));
        Assert.True(phone.CanFire(Call.Throw));
    }

    [Fact]
    public void Configure_returns_the_state_and_the_machine_it_configures()
    {
        // Aim: configuration code that is handed the configuration alone can find both.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);

        StateMachine<Phone, Call>.StateConfiguration configuration =
            phone.Configure(Phone.Ringing).Permit(Call.HangUp, Phone.OffHook);

        Assert.Equal(Phone.Ringing, configuration.State);
        Assert.Same(phone, configuration.Machine);
    }

    [Fact]
    public void Permit_to_the_same_state_is_an_argument_error()
    {
        // Aim: whether a self-transition re-enters or ignores must be said.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);

        Assert.Throws<ArgumentException>(() => phone.Configure(Phone.OffHook).Permit(Call.HangUp, Phone.OffHook));
        Assert.Throws<ArgumentException>(() => phone.Configure(Phone.OffHook).PermitIf(Call.HangUp, Phone.OffHook, () => true));
    }

    [Fact]
    public void Fire_with_two_unguarded_transitions_for_the_trigger_throws()
    {
        // Aim: an ambiguous machine refuses instead of choosing.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing).Permit(Call.Dial, Phone.Destroyed);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void External_storage_is_read_and_written()
    {
        // Aim: with accessor and mutator the machine keeps no state of its own.
        Phone stored = Phone.OffHook;
        var phone = new StateMachine<Phone, Call>(() => stored, s => stored = s);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected);

        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Ringing, stored);

        stored = Phone.OffHook;
        Assert.Equal(Phone.OffHook, phone.State);
        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Answer));
    }

    [Fact]
    public void External_storage_works_in_every_firing_mode()
    {
        // Aim: the constructor with accessor, mutator and mode is there and means the same.
        foreach (FiringMode mode in Enum.GetValues<FiringMode>())
        {
            Phone stored = Phone.OffHook;
            var phone = new StateMachine<Phone, Call>(() => stored, s => stored = s, mode);
            phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

            phone.Fire(Call.Dial);

            Assert.Equal(Phone.Ringing, stored);
        }
    }

    [Fact]
    public void States_and_triggers_may_be_of_any_type()
    {
        // Aim: equality alone decides, not the reference.
        var door = new StateMachine<string, int>("shut");
        door.Configure("shut").Permit(1, "open");
        door.Configure("open").Permit(2, "shut");

        door.Fire(1);
        Assert.Equal("open", door.State);
        Assert.True(door.IsInState(string.Concat("op", "en")));
        door.Fire(2);
        Assert.Equal("shut", door.State);
    }

    [Fact]
    public void Construction_runs_no_entry_action()
    {
        // Aim: a machine made in a state was in it already.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        log.Follow(phone, Phone.OffHook);

        Assert.Equal(Phone.OffHook, phone.State);
        Assert.Equal("", log.Text);
    }
}
