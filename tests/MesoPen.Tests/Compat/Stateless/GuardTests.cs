using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class GuardTests
{
    [Fact]
    public void PermitIf_chooses_the_transition_whose_guard_holds()
    {
        // Aim: two guarded transitions on one trigger, one of them open.
        bool valid = true;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .PermitIf(Call.Dial, Phone.Ringing, () => valid)
            .PermitIf(Call.Dial, Phone.Destroyed, () => !valid);
        phone.Configure(Phone.Ringing).Permit(Call.HangUp, Phone.OffHook);

        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Ringing, phone.State);

        phone.Fire(Call.HangUp);
        valid = false;
        phone.Fire(Call.Dial);
        Assert.Equal(Phone.Destroyed, phone.State);
    }

    [Fact]
    public void PermitIf_with_a_closed_guard_throws_and_names_it()
    {
        // Aim: the refusal says which guard stood in the way.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => false, "credit left");

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));

        Assert.Contains("credit left", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Guards_that_hold_together_throw()
    {
        // Aim: guards must exclude each other; the machine does not pick the first.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .PermitIf(Call.Dial, Phone.Ringing, () => true)
            .PermitIf(Call.Dial, Phone.Destroyed, () => true);

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Guards_that_all_fail_are_all_named()
    {
        // Aim: two closed ways are two reasons, not an ambiguity.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook)
            .PermitIf(Call.Dial, Phone.Ringing, () => false, "credit left")
            .PermitIf(Call.Dial, Phone.Destroyed, () => false, "hammer at hand");

        var refusal = Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));

        Assert.Contains("credit left", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("hammer at hand", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void PermitIf_with_several_guards_needs_all(bool first, bool second, bool open)
    {
        // Aim: guards in tuples are joined by "and".
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(
            Call.Dial,
            Phone.Ringing,
            new Tuple<Func<bool>, string>(() => first, "first"),
            new Tuple<Func<bool>, string>(() => second, "second"));

        Assert.Equal(open, phone.CanFire(Call.Dial));
    }

    [Fact]
    public void PermitIf_with_several_guards_names_only_those_that_fail()
    {
        // Aim: the reasons are the failed guards, whatever their order.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(
            Call.Dial,
            Phone.Ringing,
            new Tuple<Func<bool>, string>(() => false, "first"),
            new Tuple<Func<bool>, string>(() => true, "second"),
            new Tuple<Func<bool>, string>(() => false, "third"));

        Assert.False(phone.CanFire(Call.Dial, out ICollection<string> unmet));
        Assert.Equal(["first", "third"], unmet);
    }

    [Fact]
    public void Guard_is_asked_at_each_firing()
    {
        // Aim: a guard's answer is not remembered.
        int credit = 1;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => credit > 0);
        phone.Configure(Phone.Ringing).Permit(Call.HangUp, Phone.OffHook);

        phone.Fire(Call.Dial);
        phone.Fire(Call.HangUp);
        credit = 0;

        Assert.Throws<InvalidOperationException>(() => phone.Fire(Call.Dial));
    }

    [Fact]
    public void Guard_is_asked_once_per_firing()
    {
        // Aim: a guard that is dear to ask is asked once.
        int asked = 0;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(
            Call.Dial,
            Phone.Ringing,
            () =>
            {
                asked++;
                return true;
            });

        phone.Fire(Call.Dial);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void Guard_that_throws_lets_its_exception_out()
    {
        // Aim: a broken guard is not read as "no".
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, () => throw new TimeoutException("no line"));

        Assert.Throws<TimeoutException>(() => phone.Fire(Call.Dial));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Guard_without_description_is_named_by_its_method()
    {
        // Aim: the name of a guard method is its description.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.Configure(Phone.OffHook).PermitIf(Call.Dial, Phone.Ringing, HasCredit);

        phone.CanFire(Call.Dial, out ICollection<string> unmet);

        Assert.Equal([nameof(HasCredit)], unmet);
    }

    private static bool HasCredit() => false;
}
