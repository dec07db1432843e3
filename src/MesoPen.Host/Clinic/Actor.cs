using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Clinic;

/// <summary>Who asks, and when: what a rule may know besides the state.</summary>
/// <param name="PersonId">Id of the person; of the station for what it does by itself.</param>
/// <param name="Roles">What the person may be here.</param>
/// <param name="Station">Id of the station on which it was asked.</param>
/// <param name="Now">The time, UTC.</param>
public sealed record Actor(string PersonId, Role Roles, string Station, DateTimeOffset Now)
{
    /// <summary>The person proved anew, with this very request, to be who he is: needed to sign.</summary>
    public bool Fresh { get; init; }

    /// <summary>The day, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
