namespace MesoPen.Host.Api;

/// <summary>Asks what a scan says, without taking anything in.</summary>
/// <param name="Text">What the scanner sent.</param>
internal sealed record ScanRequest(string Text);
