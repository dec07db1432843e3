using MesoPen.Host.Diagnostics;

namespace MesoPen.Host.Api.Health;

/// <summary>What the doctor says of one thing of this computer: its clock, or the room in the data folder.</summary>
/// <param name="name">The doctor's name for it.</param>
/// <param name="view">The computer.</param>
/// <param name="clock">The time.</param>
/// <param name="data">The data folder; null for none.</param>
internal sealed class ComputerCheck(string name, SystemView view, TimeProvider clock, string? data) : IReadinessCheck
{
    public string Name => name;

    public Task<ReadinessFinding> CheckAsync(CancellationToken cancel)
    {
        DoctorFinding? worst = new Doctor(view, clock, data).ExamineStation().Where(each => each.Check == name).MaxBy(each => each.Verdict);
        return Task.FromResult(worst is null
            ? new ReadinessFinding(ReadinessState.Ready, "Nothing to look at.")
            : new ReadinessFinding(
                worst.Verdict switch { DoctorVerdict.Good => ReadinessState.Ready, DoctorVerdict.Advice => ReadinessState.Degraded, _ => ReadinessState.Down },
                worst.Sentence));
    }
}
