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
}
