namespace MesoPen.Host.Calibration;

/// <summary>What is being measured was interrupted: it is void, and made anew from its beginning.</summary>
internal sealed class VoidReadingException(string sentence) : Exception(sentence);
