namespace MesoPen.Host.Clinic.People;

/// <summary>A person who is signed in.</summary>
/// <param name="Id">Id of the sign-in; not a secret.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Station">Where.</param>
/// <param name="BegunAt">Since when.</param>
/// <param name="ExpiresAt">It does not count from then on.</param>
public sealed record SignIn(string Id, string PersonId, string Station, DateTimeOffset BegunAt, DateTimeOffset ExpiresAt);
