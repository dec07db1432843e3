namespace MesoPen.Host.Calibration;

/// <summary>A reading is not plausible: it is recorded as refused, and made anew.</summary>
internal sealed class RefusedReadingException(string sentence) : Exception(sentence);
