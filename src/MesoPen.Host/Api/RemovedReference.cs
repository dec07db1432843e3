namespace MesoPen.Host.Api;

/// <summary>A reference instrument that is used no more.</summary>
/// <param name="ReferenceId">Its id.</param>
public sealed record RemovedReference(string ReferenceId);
