using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Host.Clinic.Site;

/// <summary>How a clinic that has no person yet begins: its name, its first person, signed in at once, and an example if it was asked for.</summary>
public static class SiteSetup
{
    /// <summary>Whether a clinic can be begun: nobody works here yet.</summary>
    public static bool IsNeeded(ClinicState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Site.Name is null && state.People.All.IsEmpty;
    }

    /// <summary>Begins it. The code was compared before; the id is that of the sign-in.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="passwordHash">Hash of the password that was chosen.</param>
    /// <param name="signIn">The sign-in that begins with it.</param>
    /// <param name="who">The station.</param>
    /// <param name="hardware">What plans of the example are held against.</param>
    public static Decision Begin(
        ClinicState state, BeginSite asked, string passwordHash, (string Id, string Sha256) signIn, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!IsNeeded(state))
        {
            return PeopleProblems.SiteExists.With("The records of this site have begun already: sign in as its administrator.");
        }

        if (RoleWords.Join(asked.Roles) is not { } roles || !roles.HasFlag(Role.Administrator))
        {
            return ClinicProblems.Invalid.With("roles takes administrator, for nobody else could add people, and clinician besides for who treats.");
        }

        Composition begun = new(state, who.Now);
        begun.Take(now => AccountRules.SetUp(
            now, asked.SiteName, new AddPerson(asked.PersonId, asked.Name, asked.Roles), passwordHash, who, own: true, asked.Language));
        if (asked.Example)
        {
            begun.Take(now => ExampleClinic.Fill(now, new Actor(asked.PersonId, roles, who.Station, who.Now) { Fresh = true }, hardware));
        }

        begun.Take(now => Decision.Accept(signIn.Id, new SignInBegun(
            asked.PersonId, signIn.Id, signIn.Sha256, who.Station, who.Now.AddHours(now.Site.Security.SignInHours))));
        return begun.Whole(signIn.Id);
    }
}
