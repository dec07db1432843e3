using System.Collections.Immutable;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Api;

/// <summary>Some of the sessions.</summary>
/// <param name="Items">In the order of their ids, which is that of time.</param>
/// <param name="Next">Give it as after for the next page; null if this is the last.</param>
public sealed record SessionPage(ImmutableArray<Treatment> Items, string? Next);
