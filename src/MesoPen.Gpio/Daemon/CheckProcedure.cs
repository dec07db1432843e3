namespace MesoPen.Gpio;

/// <summary>
/// What is done before a needle is fitted: one thing at a time moves or is pressed, and a person says what was seen. The firmware
/// has no part in it, so it moves
/// little and slowly, and nothing while a cartridge is in.
/// </summary>
internal sealed class CheckProcedure(Board board, PinActuators actuators, TextReader input, TextWriter output, Func<long> nowNs)
{
    private const long TickNs = 1_000_000;
    private const int PatienceMs = 30_000;
    private const int MoveMs = 5_000;
    private const int NeedleUm = 1000;
    private const int NeedleUmPerS = 2000;
    private const int PlungerSteps = 200;
    private const int PlungerStepsPerS = 100;

    private bool _sound = true;

    /// <summary>Goes through all of it. Whether everything was as it should be.</summary>
    internal bool Run()
    {
        output.WriteLine($"{board.Title}. No needle, no cartridge, nobody's skin: Enter when that is so, Ctrl-C to end.");
        _ = input.ReadLine();
        Pass(100);
        if (actuators.CartridgePresent)
        {
            output.WriteLine("A cartridge is in. Take it out and begin again.");
            return false;
        }

        Wait("the stop button", "press and hold it", () => actuators.StopButton);
        Wait("the stop button", "release it", () => !actuators.StopButton);
        Wait("the trigger", "press it", () => actuators.Trigger);
        Wait("the trigger", "release it", () => !actuators.Trigger);
        Wait("contact", "press the head on a table", () => actuators.Contact);
        Wait("contact", "lift it", () => !actuators.Contact);
        Move("The needle's drive goes home until its switch closes", () => actuators.DriveNeedle(0, NeedleUmPerS), IsHome);
        Move("The needle's drive goes out by 1 mm", () => actuators.DriveNeedle(NeedleUm, NeedleUmPerS), IsOut);
        Move("The needle's drive goes home", () => actuators.DriveNeedle(0, NeedleUmPerS), IsHome);
        long target = actuators.PlungerSteps + PlungerSteps;
        Move(
            $"The plunger's drive goes forward by {PlungerSteps} steps", () => actuators.DrivePlunger(target, PlungerStepsPerS), () => actuators.PlungerSteps == target);
        output.WriteLine(_sound ? "Everything was as it should be." : "Something was not as it should be: fit no needle.");
        return _sound;
    }

    private bool IsHome() => actuators.NeedleHome && actuators.NeedleUm == 0;

    private bool IsOut() => Math.Abs(actuators.NeedleUm - NeedleUm) * 1000 < board.Needle.NmPerStep;

    private void Wait(string what, string act, Func<bool> seen)
    {
        output.WriteLine($"{what}: {act}.");
        Settle(PassUntil(seen, PatienceMs), $"{what}: the board did not see it");
    }

    private void Move(string what, Action move, Func<bool> arrived)
    {
        output.WriteLine($"{what}.");
        move();
        Settle(PassUntil(arrived, MoveMs), "it did not arrive by its own count and switch");
        output.WriteLine("Did it, and did nothing else move? [y/n]");
        Settle(input.ReadLine()?.Trim() is "y" or "Y", "not as it was seen");
    }

    private void Settle(bool good, string otherwise)
    {
        output.WriteLine(good ? "  yes" : $"  NO: {otherwise}.");
        _sound &= good;
    }

    private void Pass(int ms) => PassUntil(() => false, ms);

    private bool PassUntil(Func<bool> seen, int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            long due = nowNs() + TickNs;
            actuators.BeforeTick();
            bool done = seen();
            actuators.AfterTick();
            if (done)
            {
                return true;
            }

            Posix.WaitReadable(-1, Math.Max(0, due - nowNs()));
        }

        return false;
    }
}
