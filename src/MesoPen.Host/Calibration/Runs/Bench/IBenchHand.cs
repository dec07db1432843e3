namespace MesoPen.Host.Calibration;

/// <summary>Whoever stands at the bench. Every call waits until it is answered, and throws <see cref="NobodyThereException"/> if nobody can.</summary>
public interface IBenchHand
{
    /// <summary>Does what the sentence says, and says that it is done.</summary>
    Task ConfirmAsync(string sentence, CancellationToken cancel);

    /// <summary>Reads an instrument.</summary>
    Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel);

    /// <summary>Reads room and water, or takes them from a file.</summary>
    Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel);
}
