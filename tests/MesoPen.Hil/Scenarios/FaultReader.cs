using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Faults of a scenario, in the one grammar of the simulator's catalogue.</summary>
internal static class FaultReader
{
    /// <summary>Reads one.</summary>
    /// <exception cref="InputException">It is not in the catalogue or not as the catalogue says: refused, never ignored.</exception>
    public static FaultSpec Parse(string text, string file, int line)
    {
        try
        {
            return FaultSpec.Parse(text, "fault");
        }
        catch (SimulatorInputException wrong)
        {
            throw new InputException(file, line, wrong.Message, wrong);
        }
    }
}
