namespace MesoPen.Host.Calibration;

/// <summary>One thing that checking a file found.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Kind">Right, wrong, or worth knowing.</param>
/// <param name="Check">What was checked: form, hash, signature, key, people, numbers, statements, terms, readings, chain, journal.</param>
/// <param name="Sentence">What was found.</param>
internal sealed record CertificateFinding(string File, FindingKind Kind, string Check, string Sentence);
