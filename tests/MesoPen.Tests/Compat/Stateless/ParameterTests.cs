using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

public sealed class ParameterTests
{
    [Fact]
    public void Fire_hands_arguments_to_the_entry_actions()
    {
        // Aim: one, two and three arguments arrive in order.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string> one = phone.SetTriggerParameters<string>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int> two = phone.SetTriggerParameters<string, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int, bool> three =
            phone.SetTriggerParameters<string, int, bool>(Call.Hold);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected).OnEntryFrom(one, a => log.Write(a));
        phone.Configure(Phone.Connected).Permit(Call.Hold, Phone.OnHold).OnEntryFrom(two, (a, b) => log.Write($"{a}{b}"));
        phone.Configure(Phone.OnHold).OnEntryFrom(three, (a, b, c) => log.Write($"{a}{b}{c}"));

        phone.Fire(one, "x");
        phone.Fire(two, "y", 2);
        phone.Fire(three, "z", 3, true);

        Assert.Equal("x y2 z3True", log.Text);
    }

    [Fact]
    public void Entry_actions_may_take_the_transition_after_the_arguments()
    {
        // Aim: the overloads with a transition.
        var log = new Logbook();
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string> one = phone.SetTriggerParameters<string>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int> two = phone.SetTriggerParameters<string, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int, bool> three =
            phone.SetTriggerParameters<string, int, bool>(Call.Hold);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).Permit(Call.Answer, Phone.Connected)
            .OnEntryFrom(one, (a, t) => log.Write($"{a}:{t.Source}"));
        phone.Configure(Phone.Connected).Permit(Call.Hold, Phone.OnHold)
            .OnEntryFrom(two, (a, b, t) => log.Write($"{b}:{t.Source}"));
        phone.Configure(Phone.OnHold).OnEntryFrom(three, (a, b, c, t) => log.Write($"{c}:{t.Source}"));

        phone.Fire(one, "x");
        phone.Fire(two, "y", 2);
        phone.Fire(three, "z", 3, true);

        Assert.Equal("x:OffHook 2:Ringing True:Connected", log.Text);
    }

    [Fact]
    public void Transition_carries_the_arguments()
    {
        // Aim: listeners and plain entry actions can read them too.
        object[]? heard = null, entered = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int> dial = phone.SetTriggerParameters<string, int>(Call.Dial);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntry(t => entered = t.Parameters);
        phone.OnTransitioned(t => heard = t.Parameters);

        phone.Fire(dial, "x", 1);

        Assert.Equal(["x", 1], heard);
        Assert.Equal(["x", 1], entered);
    }

    [Fact]
    public void Guards_are_asked_with_the_arguments()
    {
        // Aim: one, two and three arguments, guard by guard, single and in tuples.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> one = phone.SetTriggerParameters<int>(Call.Dial);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int> two = phone.SetTriggerParameters<int, int>(Call.Answer);
        StateMachine<Phone, Call>.TriggerWithParameters<int, int, int> three =
            phone.SetTriggerParameters<int, int, int>(Call.Hold);
        phone.Configure(Phone.OffHook)
            .PermitIf(one, Phone.Ringing, a => a == 1)
            .PermitIf(two, Phone.Ringing, new Tuple<Func<int, int, bool>, string>((a, b) => a == 1 && b == 2, "pair"))
            .PermitIf(three, Phone.Ringing, (a, b, c) => a == 1 && b == 2 && c == 3);

        Assert.True(phone.CanFire(one, 1));
        Assert.False(phone.CanFire(one, 2));
        Assert.True(phone.CanFire(two, 1, 2));
        Assert.False(phone.CanFire(two, 2, 1));
        Assert.True(phone.CanFire(three, 1, 2, 3));
        Assert.False(phone.CanFire(three, 3, 2, 1));
    }

    [Fact]
    public void Guards_on_arguments_choose_between_destinations()
    {
        // Aim: the published way to branch on an argument.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<int> dial = phone.SetTriggerParameters<int>(Call.Dial);
        phone.Configure(Phone.OffHook)
            .PermitIf(dial, Phone.Ringing, n => n >= 0, "number")
            .PermitIf(dial, Phone.Destroyed, n => n < 0, "curse");

        phone.Fire(dial, -1);

        Assert.Equal(Phone.Destroyed, phone.State);
    }

    [Fact]
    public void SetTriggerParameters_twice_for_a_trigger_throws()
    {
        // Aim: a trigger has one signature.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        phone.SetTriggerParameters<string>(Call.Dial);

        Assert.Throws<InvalidOperationException>(() => phone.SetTriggerParameters<int>(Call.Dial));
    }

    [Fact]
    public void Fire_with_an_argument_of_another_type_is_an_argument_error()
    {
        // Aim: the untyped form is checked when it is fired, before anything happens.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters dial = phone.SetTriggerParameters(Call.Dial, typeof(string), typeof(int));
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        Assert.Throws<ArgumentException>(() => phone.Fire(dial, "x", "not a number"));
        Assert.Equal(Phone.OffHook, phone.State);
    }

    [Fact]
    public void Fire_with_too_many_arguments_is_an_argument_error()
    {
        // Aim: no argument is dropped in silence.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters dial = phone.SetTriggerParameters(Call.Dial, typeof(string));
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        Assert.Throws<ArgumentException>(() => phone.Fire(dial, "x", "y"));
    }

    [Fact]
    public void Fire_with_too_few_arguments_is_an_argument_error()
    {
        // Aim: some arguments are not all.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters dial = phone.SetTriggerParameters(Call.Dial, typeof(string), typeof(int));
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);

        Assert.Throws<ArgumentException>(() => phone.Fire(dial, "x"));
    }

    [Fact]
    public void Fire_with_more_than_three_arguments_carries_them_all()
    {
        // Aim: the untyped form has no limit.
        object[]? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters dial =
            phone.SetTriggerParameters(Call.Dial, typeof(int), typeof(int), typeof(int), typeof(int));
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntryFrom(dial, t => told = t.Parameters);

        phone.Fire(dial, 1, 2, 3, 4);

        Assert.Equal([1, 2, 3, 4], told);
    }

    [Fact]
    public void Null_is_an_argument_of_any_reference_type()
    {
        // Aim: a null argument passes the check and arrives as null.
        string? told = "none";
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string?> dial = phone.SetTriggerParameters<string?>(Call.Dial);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntryFrom(dial, a => told = a);

        phone.Fire(dial, null);

        Assert.Null(told);
    }

    [Fact]
    public void An_argument_may_be_of_a_derived_type()
    {
        // Aim: assignability is enough.
        Exception? told = null;
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<Exception> dial = phone.SetTriggerParameters<Exception>(Call.Dial);
        phone.Configure(Phone.OffHook).Permit(Call.Dial, Phone.Ringing);
        phone.Configure(Phone.Ringing).OnEntryFrom(dial, a => told = a);

        phone.Fire(dial, new TimeoutException("late"));

        Assert.IsType<TimeoutException>(told);
    }

    [Fact]
    public void TriggerWithParameters_names_its_trigger_and_types()
    {
        // Aim: what SetTriggerParameters returns can be asked.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int> dial = phone.SetTriggerParameters<string, int>(Call.Dial);

        Assert.Equal(Call.Dial, dial.Trigger);
        Assert.Equal([typeof(string), typeof(int)], dial.ArgumentTypes);
    }

    [Fact]
    public void ValidateParameters_throws_for_what_Fire_would_refuse()
    {
        // Aim: arguments can be checked without firing.
        var phone = new StateMachine<Phone, Call>(Phone.OffHook);
        StateMachine<Phone, Call>.TriggerWithParameters<string, int> dial = phone.SetTriggerParameters<string, int>(Call.Dial);

        dial.ValidateParameters(["x", 1]);

        Assert.Throws<ArgumentException>(() => dial.ValidateParameters(["x", "y"]));
        Assert.Throws<ArgumentException>(() => dial.ValidateParameters(["x", 1, 2]));
    }
}
